import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import type { FactKind } from '../evidence/facts.ts';
import type { Db, Tables } from './schema.ts';

/** The newest fact of each kind about a channel itself (not one of its columns, pages or links), up to and including `until`; by channel, kinds as asked. */
export async function latestOfChannels<K extends FactKind>(
  db: Db,
  channelIds: readonly string[],
  kinds: readonly K[],
  until: Instant,
): Promise<Fact<K>[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select latest.* from unnest(${channelIds}::text[]) as c (id) cross join unnest(${kinds}::text[]) as k (kind)
    cross join lateral (
      select * from fact f where f.channel_id = c.id and f.kind = k.kind and f.subject_id = c.id and f.at <= ${until}
      order by f.at desc, f.id desc limit 1
    ) latest
    order by latest.channel_id, array_position(${kinds}::text[], latest.kind)`.execute(db);
  return rows.map(({ runId: _runId, ...row }) => row as unknown as Fact<K>);
}

/** The numbers one check measured of channels in the newest judgement of an area up to a day; by channel. */
export async function latestMeasured(
  db: Db,
  areaId: string,
  checkId: string,
  until: CalendarDate,
): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await sql<{ channelId: string; measured: Record<string, unknown> }>`
    select o.channel_id, o.measured from (
      select id from judgement where area_id = ${areaId} and day <= ${until} order by day desc, made_at desc, id limit 1
    ) j join observation o on o.judgement_id = j.id and o.check_id = ${checkId}`.execute(db);
  return new Map(rows.map(({ channelId, measured }) => [channelId, measured]));
}
