import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { ChannelState, Platform, SiteKind } from '../subjects/channel.ts';
import type { Db } from './schema.ts';

/** Channels of one kind in one state. */
export type ChannelCount = { state: ChannelState; count: number } & (
  | { type: 'site'; kind: SiteKind }
  | { type: 'account'; kind: Platform }
);

/**
 * How many channels of each kind were in each state at the end of a day (seeds R04). A channel not yet known to us on
 * that day is not counted. The same rule as `stateOn`: the last spell begun on or before the day; of two begun on one day, the later in the list.
 */
export async function countChannelsOn(db: Db, areaId: string, day: CalendarDate): Promise<ChannelCount[]> {
  const { rows } = await sql<ChannelCount>`
    select type, kind, spell.state, count(*) as count
    from (
      select 'site' as type, kind, states from site where area_id = ${areaId}
      union all
      select 'account', platform, states from account where area_id = ${areaId}
    ) channel
    cross join lateral (
      select s.value ->> 'state' as state
      from jsonb_array_elements(channel.states) with ordinality as s (value, place)
      where s.value ->> 'from' <= ${day}
      order by s.value ->> 'from' desc, s.place desc
      limit 1
    ) spell
    group by type, kind, spell.state
    order by type desc, kind, spell.state`.execute(db);
  return rows;
}

/** Of those, how many were in operation (正常运行). */
export async function countInOperationOn(db: Db, areaId: string, day: CalendarDate): Promise<{ sites: number; accounts: number }> {
  const running = (await countChannelsOn(db, areaId, day)).filter(({ state }) => state === 'in_operation');
  const sum = (type: ChannelCount['type']) => running.filter((row) => row.type === type).reduce((n, row) => n + row.count, 0);
  return { sites: sum('site'), accounts: sum('account') };
}
