import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { readingAlarms } from '../../../src/contract/endpoints/reading-alarms.ts';
import { call } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Unready } from '../../parts/unready.tsx';
import { ChannelPart } from './tabs.tsx';

type Alarm = z.output<(typeof readingAlarms)['output']>['rows'][number];

const COLUMNS: readonly Column<Alarm>[] = [
  { title: '网站', width: 220, card: 'foot', cell: ({ site }) => site },
  {
    title: '栏目',
    width: 240,
    card: 'head',
    cell: ({ column, url }) => (url ? <OutsideLink href={url}>{column}</OutsideLink> : column),
  },
  {
    title: '情况和处理',
    card: 'body',
    cell: ({ name, next }) => (
      <>
        {name}
        <small className="sub">{next}</small>
      </>
    ),
  },
  { title: '最早发现', width: 150, cell: ({ since }) => moment(since) },
];

/** 读取告警: columns we no longer read as before. Ours to mend; no unit is blamed while one stands. */
export function Alarms() {
  const { areaId } = usePlace();
  const { data, error, refetch } = useQuery({
    queryKey: ['reading-alarms', areaId],
    queryFn: ({ signal }) => call<typeof readingAlarms>('/api/areas/:areaId/reading-alarms', { areaId }, signal),
  });
  return (
    <ChannelPart note="栏目可能改版，程序读不准；由运行人员用 mingcha reading 命令处理，不算单位的问题">
      {!data ? (
        <Unready error={error} retry={refetch} what="读取告警" />
      ) : data.rows.length === 0 ? (
        <EmptyState title="没有读取告警" next="各栏目最近一次都读得出来，与以往衔接。" />
      ) : (
        <Rows label="读取告警" rows={data.rows} columns={COLUMNS} keyOf={({ columnId }) => columnId} />
      )}
    </ChannelPart>
  );
}
