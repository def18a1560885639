import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { supervised } from '../../../src/contract/endpoints/supervised.ts';
import type { supervisedWord } from '../../../src/contract/endpoints/supervised-word.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
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
      <WideTable label="主办与主管" heads={['账号', '问题', '主办单位（整改）', '主管单位（核实）', '状态']}>
        {rows.map((row) => (
          <Line key={row.id} areaId={areaId} row={row} />
        ))}
      </WideTable>
    </>
  );
}

function Line({ areaId, row }: { areaId: string; row: Supervised }) {
  return (
    <tr>
      <th scope="row" className="unit-name">
        {row.account}
      </th>
      <td className="unit-text">
        {row.text}
        <span className="sub">
          {row.category.name}
          {row.dueOn && `　整改期限 ${row.dueOn}`}
        </span>
      </td>
      <td className="unit-name">
        {row.host.name}
        {row.report && (
          <span className="sub">
            {row.report.on} 反馈：{row.report.words ?? '已整改'}
          </span>
        )}
      </td>
      <td className="unit-name">
        {row.supervisor.name}
        {row.word && (
          <span className="sub">
            {row.word.by} {moment(row.word.at)} {row.word.words}
          </span>
        )}
        {row.waitsForYou && <Word areaId={areaId} problemId={row.id} account={row.account} />}
      </td>
      <td>
        {row.word ? (
          <span className={row.word.outcome === 'confirmed' ? 'mark mark-good' : 'mark mark-bad'}>
            {row.word.outcome === 'confirmed' ? '主管已核实' : '主管退回'}
          </span>
        ) : row.report ? (
          <span className="mark mark-warn">待主管核实</span>
        ) : (
          <span className="mark mark-calm">{row.status.name}</span>
        )}
      </td>
    </tr>
  );
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
    <div className="unit-word">
      <TextLine
        size="small"
        most={500}
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
  );
}
