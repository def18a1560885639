import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { z } from 'zod';
import type { draws } from '../../../src/contract/endpoints/draws.ts';
import type { drawsFile } from '../../../src/contract/endpoints/draws-file.ts';
import { listedDraws } from '../../../src/core/lists/draws.ts';
import { addressOf, call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { moment } from '../../parts/format.ts';
import { Unready } from '../../parts/unready.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useDrawsAddress } from './address.ts';
import type { DrawRow } from './types.ts';

const SORTS = [
  { value: 'new', label: '最近抽取在前' },
  { value: 'open', label: '未复查多的在前' },
];

/** Every draw in a line; whoever drew until it suited stands here as often. */
export function List({ areaId }: { areaId: string }) {
  const { search, change } = useDrawsAddress();
  const { data, error, refetch } = useQuery({
    queryKey: ['draws', areaId],
    queryFn: ({ signal }) => call<typeof draws>('/api/areas/:areaId/draws', { areaId }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="抽查记录" />;
  if (data.rows.length === 0) return <EmptyState title="还没有抽查过" next="从“开始抽查”抽取已销号问题和检查人员，或者抽取单位、栏目。" />;
  const { q, kind, sort } = search;
  const rows = listedDraws(data.rows, { q, kind, sort });
  const asked = { q, kind, sort } as Omit<z.input<(typeof drawsFile)['input']>, 'areaId'>;
  return (
    <>
      <search className="filters" aria-label="筛选抽查记录">
        <Input
          className="words"
          allowClear
          aria-label="查找抽查"
          placeholder="事由、种子、抽取人"
          defaultValue={q}
          onChange={(event) => change({ q: event.target.value || undefined }, true)}
        />
        <Select
          allowClear
          aria-label="抽取什么"
          placeholder="抽取什么"
          value={kind}
          options={[
            { value: 'problems', label: '已销号问题' },
            { value: 'units', label: '单位' },
            { value: 'columns', label: '栏目' },
          ]}
          onChange={(value?: string) => change({ kind: value })}
        />
        <Select
          aria-label="排序"
          value={sort ?? 'new'}
          options={SORTS}
          onChange={(value) => change({ sort: value === 'new' ? undefined : value })}
        />
        <span className="section-note">共 {rows.length} 次</span>
        <ExportLink href={addressOf<typeof drawsFile>('/api/areas/:areaId/draws.xlsx', { areaId, ...asked })} />
      </search>
      {rows.length === 0 ? (
        <EmptyState title="没有符合条件的抽查" next="请放宽筛选条件。" />
      ) : (
        <WideTable label="抽查记录" heads={['事由', '抽取什么', '抽取时间', '抽取人', '名单', '抽中', '复查', '公开', '演算']}>
          {rows.map((row) => (
            <Line key={row.id} row={row} open={() => change({ draw: row.id })} />
          ))}
        </WideTable>
      )}
    </>
  );
}

function Line({ row, open }: { row: DrawRow; open(): void }) {
  const { results } = row;
  return (
    <tr>
      <th scope="row" className="draw-name">
        <button type="button" className="plain" onClick={open}>
          {row.purpose}
        </button>
        <span className="sub">种子 {row.seed}</span>
      </th>
      <td>{row.kindName}</td>
      <td className="draw-when">{moment(row.madeAt)}</td>
      <td>{row.madeBy}</td>
      <td className="num">{row.population}</td>
      <td className="num">{row.drawn}</td>
      <td>
        {results === null ? '—' : `${results.done}/${results.total}`}
        {results !== null && results.released > 0 && <span className="sub">复查前撤销 {results.released}</span>}
        {results !== null && results.failed > 0 && <span className="sub is-bad">不合格 {results.failed}</span>}
      </td>
      <td>{row.published ? <span className="mark mark-good">已公开</span> : <span className="is-zero">未公开</span>}</td>
      <td>{row.holds ? <span className="mark mark-calm">一致</span> : <span className="mark mark-bad">不一致</span>}</td>
    </tr>
  );
}
