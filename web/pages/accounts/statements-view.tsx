import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { statementName } from '../../../src/contract/endpoints/statement-name.ts';
import type { statementScan } from '../../../src/contract/endpoints/statement-scan.ts';
import type { statementScanAdd } from '../../../src/contract/endpoints/statement-scan-add.ts';
import type { statementSign } from '../../../src/contract/endpoints/statement-sign.ts';
import type { statements } from '../../../src/contract/endpoints/statements.ts';
import type { statementsFile } from '../../../src/contract/endpoints/statements-file.ts';
import { listedStatements } from '../../../src/core/lists/accounts.ts';
import { addressOf, call, send, upload } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useAccountsPage } from './address.ts';
import { FilterBar } from './filter-bar.tsx';
import { PagedRows, type SortedColumn } from './paged-rows.tsx';
import type { StatementRow } from './types.ts';

const YEARS_SHOWN = 6;
const TONES: Readonly<Record<string, string>> = { none: 'fail', unsigned: 'submitted', signed: 'sealed' };

/** 责任书: who answers for each channel in a year; those without a signed statement come first. */
export function StatementsView({ areaId }: { areaId: string }) {
  const { search, change } = useAccountsPage();
  const asked = /^20\d\d$/.test(search.year ?? '') ? Number(search.year) : undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', areaId, 'statements', asked],
    queryFn: ({ signal }) => call<typeof statements>('/api/areas/:areaId/statements', { areaId, year: asked }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="责任书" />;
  const { year } = data;
  const { q, state } = search;
  const rows = listedStatements(data.rows, { q, state });
  const newest = Math.max(year, Number(data.day.slice(0, 4)) + 1);
  return (
    <>
      <FilterBar
        of="责任书"
        words="名称、单位、责任人"
        file={addressOf<typeof statementsFile>('/api/areas/:areaId/statements.xlsx', { areaId, year, q, state })}
        choices={[
          {
            ...{ key: 'state', name: '签订情况' },
            options: data.counts.map(({ code, name, count }) => ({ value: code, label: `${name}（${count}）` })),
          },
        ]}
        lead={
          <Select
            aria-label="年度"
            value={year}
            options={Array.from({ length: YEARS_SHOWN }, (_, i) => ({ value: newest - i, label: `${newest - i}年` }))}
            onChange={(one) => change({ year: String(one) })}
          />
        }
      />
      <p className="section-note accounts-count">
        {year}年，正常运行的网站和账号 {data.rows.length} 个：{data.counts.map(({ name, count }) => `${name} ${count}`).join('，')}
      </p>
      {data.rows.length === 0 ? (
        <EmptyState title="没有正常运行的网站和账号" next="请先登记网站和账号。" />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的网站或账号" next="请放宽筛选条件。" />
      ) : (
        <PagedRows label="责任书" rows={rows} columns={columnsOf(areaId, year)} keyOf={({ channelId }) => channelId} />
      )}
    </>
  );
}

const columnsOf = (areaId: string, year: number): SortedColumn<StatementRow>[] => [
  { title: '单位', width: 190, card: 'body', sort: 'unit', by: (row) => row.unit.name, cell: (row) => row.unit.name },
  {
    ...{ title: '名称', width: 240, card: 'head', sort: 'name' },
    by: (row) => row.name,
    cell: (row) => (
      <>
        {row.name}
        <small className="sub">{row.kindName}</small>
      </>
    ),
  },
  { title: '情况', width: 130, card: 'mark', cell: (row) => <StatusMark code={TONES[row.state.code] ?? 'calm'} name={row.state.name} /> },
  { title: '责任人和签订', card: 'acts', cell: (row) => <Handling areaId={areaId} year={year} row={row} /> },
];

/** Who answers, and what is to be done: name somebody, sign, or hand in the paper. */
function Handling({ areaId, year, row }: { areaId: string; year: number; row: StatementRow }) {
  const me = useMe();
  const mayWrite = me.role === 'office' || me.role === 'unit';
  const [naming, setNaming] = useState(false);
  const queries = useQueryClient();
  const settled = { onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', areaId, 'statements'] }) };
  const key = { areaId, channelId: row.channelId, year };
  const sign = useMutation({
    mutationFn: () => send<typeof statementSign>('/api/areas/:areaId/statements/:channelId/signature', key),
    ...settled,
  });
  const scan = useMutation({
    mutationFn: (paper: File) => upload<typeof statementScanAdd>('/api/areas/:areaId/statements/:channelId/scan', key, paper),
    ...settled,
  });
  const failure = sign.error ?? scan.error;
  return (
    <>
      {row.person && (
        <span>
          {row.person}
          {row.post && `（${row.post}）`} {row.phone}
        </span>
      )}
      {row.signedOn && (
        <small className="sub">
          {row.signedOn} {row.signedBy} 办理签订{' '}
          {row.onPaper && (
            <a className="text-link" href={addressOf<typeof statementScan>('/api/areas/:areaId/statements/:channelId/scan', key)} download>
              扫描件
            </a>
          )}
        </small>
      )}
      {mayWrite && naming && <NameForm areaId={areaId} year={year} row={row} close={() => setNaming(false)} />}
      {mayWrite && !naming && (
        <span className="accounts-acts">
          {row.state.code === 'unsigned' && row.person === me.name && (
            <Button size="small" type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
              本人签订
            </Button>
          )}
          {row.state.code === 'unsigned' && (
            <FileButton
              words={scan.isPending ? '正在上传…' : '上传签字件'}
              label={`上传${row.name}的签字件`}
              accept=".png,.jpg,.jpeg,.pdf"
              busy={scan.isPending}
              take={([paper]) => paper && scan.mutate(paper)}
            />
          )}
          <Button size="small" onClick={() => setNaming(true)}>
            {row.person ? '更换责任人' : '明确责任人'}
          </Button>
        </span>
      )}
      {failure && <ErrorState error={failure} />}
    </>
  );
}

function NameForm({ areaId, year, row, close }: { areaId: string; year: number; row: StatementRow; close(): void }) {
  const [person, setPerson] = useState(row.person ?? row.proposed ?? '');
  const [post, setPost] = useState(row.post ?? '');
  const [phone, setPhone] = useState(row.phone ?? '');
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: () =>
      send<typeof statementName>('/api/areas/:areaId/statements/:channelId/person', {
        ...{ areaId, channelId: row.channelId, year, person, post, phone },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts', areaId, 'statements'] });
      close();
    },
  });
  return (
    <FaultsOf error={keep.error}>
      <form
        className="accounts-acts"
        aria-label={`明确${row.name}的责任人`}
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <TextLine
          size="small"
          aria-label="责任人"
          placeholder="责任人"
          style={{ width: 100 }}
          most={40}
          value={person}
          at="person"
          onChange={(event) => setPerson(event.target.value)}
        />
        <TextLine
          size="small"
          aria-label="职务"
          placeholder="职务"
          style={{ width: 110 }}
          most={60}
          value={post}
          at="post"
          onChange={(event) => setPost(event.target.value)}
        />
        <TextLine
          size="small"
          aria-label="联系电话"
          placeholder="联系电话"
          style={{ width: 130 }}
          most={40}
          value={phone}
          at="phone"
          onChange={(event) => setPhone(event.target.value)}
        />
        <Button size="small" htmlType="submit" disabled={person.trim() === ''} loading={keep.isPending}>
          保存
        </Button>
        {keep.error && <ErrorState error={keep.error} />}
      </form>
    </FaultsOf>
  );
}
