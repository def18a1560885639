import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { z } from 'zod';
import type { accountMatters } from '../../../src/contract/endpoints/account-matters.ts';
import type { accountMattersFile } from '../../../src/contract/endpoints/account-matters-file.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NoSuchPage, Pages } from '../../parts/pages.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useAccountsPage } from './address.ts';
import { FilterBar, optionsOf } from './filter-bar.tsx';
import { MatterDrawer } from './matter-drawer.tsx';
import { MatterState } from './matter-state.tsx';
import { NewMatter } from './new-matter.tsx';
import type { MatterRow } from './types.ts';

const ONLY = [
  { value: 'mine', label: '等我办理' },
  { value: 'open', label: '未办结' },
  { value: 'overdue', label: '逾期' },
  { value: 'recheck', label: '应复核' },
];
type Asked = z.input<(typeof accountMattersFile)['input']>;
/** The address's words are checked by the server: a typed one that is none of them is answered with which there are. */
const askedOf = (areaId: string, { q, kind, state, only, sort, order }: Search) => ({ areaId, q, kind, state, only, sort, order }) as Asked;

/** 备案与关停: matters of accounts, those that wait first. */
export function MattersView({ areaId }: { areaId: string }) {
  const { search, change, role } = useAccountsPage();
  const asked = askedOf(areaId, search);
  const page = search.page ?? '1';
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', areaId, 'matters', asked, page],
    queryFn: ({ signal }) => call<typeof accountMatters>('/api/areas/:areaId/account-matters', { ...asked, page }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="账号事项" />;
  const { counts, rows, total } = data;
  const go = (to: string | undefined) => change({ page: to });
  return (
    <>
      <FilterBar
        of="账号事项"
        words="账号、单位"
        file={addressOf<typeof accountMattersFile>('/api/areas/:areaId/account-matters.xlsx', asked)}
        choices={[
          { key: 'kind', name: '事项类别', options: optionsOf(data.kinds) },
          { key: 'state', name: '事项状态', options: optionsOf(data.states) },
          { key: 'only', name: '只看', options: ONLY },
        ]}
      >
        {role === 'unit' && (
          <Button type="primary" onClick={() => change({ new: 'open' })}>
            申请开设账号
          </Button>
        )}
        {(role === 'office' || role === 'centre') && <Button onClick={() => change({ new: 'found' })}>登记未备案账号</Button>}
      </FilterBar>
      <p className="section-note accounts-count">
        未办结 {counts.open} 件，等我办理 {counts.mine} 件，逾期 {counts.overdue} 件，应复核 {counts.recheck} 件；共 {counts.all} 件
        {total !== counts.all && `，符合条件 ${total} 件`}
      </p>
      {counts.all === 0 ? (
        <EmptyState
          title="还没有账号事项"
          next={
            role === 'unit'
              ? '开设账号之前请先申请备案；变更、关停、注销在“账号”里点开账号后提出。'
              : '单位申请后在这里审核；发现未备案的账号可以直接登记。'
          }
        />
      ) : total > 0 && rows.length === 0 ? (
        <NoSuchPage of={data} go={go} />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的事项" next="请放宽筛选条件。" />
      ) : (
        <Rows
          label="账号事项"
          rows={rows}
          columns={COLUMNS}
          keyOf={({ id }) => id}
          order={{
            by: search.sort ?? '',
            direction: search.order === 'desc' ? 'desc' : 'asc',
            change: (sort, order) => change({ sort, order: order === 'desc' ? order : undefined, page: undefined }, true),
          }}
        />
      )}
      <Pages of={data} go={go} unit="件" />
      <NewMatter areaId={areaId} />
      <MatterDrawer areaId={areaId} today={data.day} />
    </>
  );
}

const COLUMNS: readonly Column<MatterRow>[] = [
  { title: '账号', width: 240, card: 'head', sort: 'name', cell: (row) => <Name row={row} /> },
  { title: '单位', width: 190, card: 'body', sort: 'unit', cell: (row) => row.unit.name },
  { title: '事项', width: 130, sort: 'kind', cell: (row) => row.kind.name },
  { title: '状态', width: 190, card: 'body', cell: (row) => <MatterState row={row} /> },
  { title: '下一步', cell: (row) => <span className={row.waitsForMe ? undefined : 'is-zero'}>{row.next ?? '—'}</span> },
  { title: '现状自', width: 110, sort: 'since', cell: (row) => row.since },
  { title: '期限', width: 110, sort: 'due', cell: (row) => (row.settled ? '—' : (row.dueOn ?? '—')) },
];

function Name({ row }: { row: MatterRow }) {
  const { change } = useAccountsPage();
  return (
    <button type="button" className="row-open" onClick={() => change({ matter: row.id })}>
      <span className="row-text">{row.name}</span>
      <small className="sub">{row.platform.name}</small>
    </button>
  );
}
