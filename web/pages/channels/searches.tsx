import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { searches } from '../../../src/contract/endpoints/searches.ts';
import { call } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Unready } from '../../parts/unready.tsx';
import { ChannelPart } from './tabs.tsx';

type SearchRow = z.output<(typeof searches)['output']>['rows'][number];

const COLUMNS: readonly Column<SearchRow>[] = [
  { title: '网站', width: 220, card: 'head', cell: ({ site }) => site },
  { title: '命中率', width: 90, align: 'end', card: 'mark', cell: ({ percent }) => (percent === null ? '—' : `${percent}%`) },
  { title: '命中', width: 100, align: 'end', cell: ({ asked, hits }) => `${hits}/${asked} 条` },
  { title: '没有检索到、无法检索的', card: 'body', cell: (row) => <Failed row={row} /> },
  { title: '检索时间', width: 150, cell: ({ at }) => moment(at) },
];

/** 站内检索 of each site at its last run (seeds M19). */
export function Searches() {
  const { areaId } = usePlace();
  const { data, error, refetch } = useQuery({
    queryKey: ['searches', areaId],
    queryFn: ({ signal }) => call<typeof searches>('/api/areas/:areaId/searches', { areaId }, signal),
  });
  return (
    <ChannelPart note="用事先登记的检索词在各网站检索，应有的信息排在前 10 条为命中">
      {!data ? (
        <Unready error={error} retry={refetch} what="站内检索" />
      ) : data.rows.length === 0 ? (
        <EmptyState title="还没有检索过" next="请运行人员用 mingcha search 命令登记检索词；登记后随监测定期检索。" />
      ) : (
        <Rows label="站内检索" rows={data.rows} columns={COLUMNS} keyOf={({ siteId }) => siteId} />
      )}
    </ChannelPart>
  );
}

function Failed({ row: { missed, gaps } }: { row: SearchRow }) {
  if (missed.length + gaps.length === 0) return <span className="is-zero rows-none">—</span>;
  return (
    <ul className="condition">
      {missed.map(({ query, expected }) => (
        <li key={query}>{expected === '' ? `“${query}”` : `“${query}”：应有${expected}`}</li>
      ))}
      {gaps.map(({ query, reason }) => (
        <li key={query} className="sub">
          “{query}”：{reason}
        </li>
      ))}
    </ul>
  );
}
