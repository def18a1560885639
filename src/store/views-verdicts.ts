import { sql } from 'kysely';
import type { ChannelVerdict } from '../core/channel-verdict.ts';
import type { CalendarDate } from '../core/date.ts';
import type { PeriodKind } from '../core/period.ts';
import { inScope } from './in-scope.ts';
import type { Db } from './schema.ts';

/** Channels of one kind with one result in one period; for the overview and its trend. */
export interface VerdictCount {
  periodId: string;
  type: 'site' | 'account';
  kind: string;
  verdict: ChannelVerdict;
  inBase: boolean;
  outside: string | null;
  count: number;
}

/** Results of an area counted by period and kind of channel, for periods of one kind up to and including one; of some units' channels where asked. */
export async function countVerdictsByKind(
  db: Db,
  areaId: string,
  periods: { kind: PeriodKind; until: CalendarDate; howMany: number },
  unitIds: readonly string[] | null = null,
): Promise<VerdictCount[]> {
  const own = inScope({ units: unitIds, categories: null }, sql`unit_id`, null);
  const { rows } = await sql<VerdictCount>`
    with recent as (
      select id from period
      where area_id = ${areaId} and kind = ${periods.kind} and from_day <= ${periods.until}
      order by from_day desc limit ${periods.howMany}
    ), channel as (
      select id, 'site' as type, kind from site where area_id = ${areaId}${own}
      union all
      select id, 'account', platform from account where area_id = ${areaId}${own}
    )
    select v.period_id, c.type, c.kind, v.verdict, v.in_base, v.outside, count(*) as count
    from channel_verdict v
    join recent on recent.id = v.period_id
    join channel c on c.id = v.channel_id
    where v.area_id = ${areaId}
    group by v.period_id, c.type, c.kind, v.verdict, v.in_base, v.outside
    order by v.period_id, c.type desc, c.kind, v.verdict`.execute(db);
  return rows;
}

/** How many problems of each channel are in one of the statuses. */
export async function countProblemsByChannel(db: Db, areaId: string, statuses: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ channelId: string; count: number }>`
    select channel_id, count(*) as count from problem
    where area_id = ${areaId} and channel_id is not null and status = any(${statuses}::text[])
    group by channel_id`.execute(db);
  return new Map(rows.map((row) => [row.channelId, row.count]));
}
