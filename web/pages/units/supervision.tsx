import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { supervised } from '../../../src/contract/endpoints/supervised.ts';
import type { supervisedWord } from '../../../src/contract/endpoints/supervised-word.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useUnitsAddress } from './address.ts';
import { ListBar } from './list-bar.tsx';
import type { Supervised } from './types.ts';

/** 主办整改、主管核实: problems of accounts that one unit runs and another supervises. */
export function Supervision({ areaId }: { areaId: string }) {
  const { search } = useUnitsAddress();
  const { data, error, refetch } = useQuery({
    queryKey: ['supervised', areaId],
    queryFn: ({ signal }) => call<typeof supervised>('/api/areas/:areaId/supervised', { areaId }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="主办与主管" />;
  if (data.rows.length === 0)
    return (
      <EmptyState
        title="没有需要主管单位核实的问题"
        next="账号登记了主管单位，或主办单位有上级单位的，其问题交办后列在这里：主办单位整改，主管单位核实。"
      />
    );
  const { q = '' } = search;
  const rows = data.rows.filter((row) => `${row.host.name} ${row.supervisor.name} ${row.account} ${row.text}`.includes(q));
  return (
    <>
      <ListBar areaId={areaId} list={null} placeholder="单位、账号、问题">
        <span className="section-note">{rows.length} 个</span>
      </ListBar>
      {rows.length === 0 ? (
        <EmptyState title="没有符合条件的问题" next="请放宽上面的条件。" />
      ) : (
        <Rows label="主办与主管" rows={rows} columns={columnsOf(areaId)} keyOf={({ id }) => id} />
      )}
    </>
  );
}

const columnsOf = (areaId: string): Column<Supervised>[] => [
  { title: '账号', width: 170, card: 'head', cell: ({ account }) => account },
  {
    title: '问题',
    card: 'body',
    cell: ({ text, category, dueOn }) => (
      <>
        {text}
        <small className="sub">
          {category.name}
          {dueOn && `　整改期限 ${dueOn}`}
        </small>
      </>
    ),
  },
  {
    ...{ title: '主办单位（整改）', width: 220 },
    cell: ({ host, report }) => (
      <>
        {host.name}
        {report && (
          <small className="sub">
            {report.on} 反馈：{report.words ?? '已整改'}
          </small>
        )}
      </>
    ),
  },
  {
    ...{ title: '主管单位（核实）', width: 260 },
    cell: ({ id, account, supervisor, word, waitsForYou }) => (
      <>
        {supervisor.name}
        {word && (
          <small className="sub">
            {word.by} {moment(word.at)} {word.words}
          </small>
        )}
        {waitsForYou && <Word areaId={areaId} problemId={id} account={account} />}
      </>
    ),
  },
  { title: '状态', width: 120, card: 'mark', cell: (row) => <State row={row} /> },
];

function State({ row: { word, report, status } }: { row: Supervised }) {
  if (word)
    return word.outcome === 'confirmed' ? (
      <span className="mark mark-good">主管已核实</span>
    ) : (
      <span className="mark mark-bad">主管退回</span>
    );
  return report ? <span className="mark mark-warn">待主管核实</span> : <span className="mark mark-calm">{status.name}</span>;
}

function Word({ areaId, problemId, account }: { areaId: string; problemId: string; account: string }) {
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const say = useMutation({
    mutationFn: (outcome: 'confirmed' | 'returned') =>
      send<typeof supervisedWord>('/api/areas/:areaId/supervised/:problemId', { areaId, problemId, outcome, words }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['supervised'] }),
  });
  return (
    <FaultsOf error={say.error}>
      <div className="unit-word">
        <TextLine
          size="small"
          most={500}
          at="words"
          aria-label={`${account}的核实意见`}
          placeholder="核实意见（退回必填）"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button size="small" type="primary" loading={say.isPending} onClick={() => say.mutate('confirmed')}>
          核实属实
        </Button>
        <Button size="small" disabled={words.trim() === ''} loading={say.isPending} onClick={() => say.mutate('returned')}>
          退回
        </Button>
        {say.error && <ErrorState error={say.error} />}
      </div>
    </FaultsOf>
  );
}
