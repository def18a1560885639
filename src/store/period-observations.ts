import { type Selectable, sql } from 'kysely';
import type { Observation } from '../checks/observation.ts';
import type { CalendarDate } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/**
 * Observations of an area for the days after `after` up to and including `until`, by channel; of each day those of the
 * judgement made last, so that judging a day again replaces what it said before and loses nothing.
 */
export async function observationsBetween(
  db: Db,
  areaId: string,
  after: CalendarDate,
  until: CalendarDate,
): Promise<Map<string, Observation[]>> {
  const judgements = await lastOfEachDay(db, areaId, after, until);
  const byChannel = new Map<string, Observation[]>();
  for (const { id, sheet } of judgements) {
    const rows = await db
      .selectFrom('observation')
      .selectAll()
      .where('judgementId', '=', id)
      .orderBy('channelId')
      .orderBy('checkId')
      .orderBy('subjectId')
      .execute();
    for (const { judgementId: _judgementId, ...rest } of rows) {
      const mine = byChannel.get(rest.channelId);
      if (mine) mine.push({ ...rest, sheet });
      else byChannel.set(rest.channelId, [{ ...rest, sheet }]);
    }
  }
  return byChannel;
}

/**
 * What of these channels' observations can bear on their results: those of the last day, what was failed or found on any day, the last
 * decisive answer where the last day's is none, and all of a channel that was not looked at on the last day. What passed before says
 * nothing that the last day does not. A test holds the results to those of `observationsBetween`.
 */
export async function observationsBearing(
  db: Db,
  areaId: string,
  { after, until, channelIds }: { after: CalendarDate; until: CalendarDate; channelIds: readonly string[] },
): Promise<Map<string, Observation[]>> {
  const judgements = await lastOfEachDay(db, areaId, after, until);
  const last = judgements.at(-1);
  const byChannel = new Map<string, Observation[]>();
  if (last === undefined) return byChannel;
  const sheets = new Map(judgements.map(({ id, sheet }) => [id, sheet]));
  const { rows } = await sql<Selectable<Tables['observation']>>`
    with last as materialized (
      select * from observation where judgement_id = ${last.id} and channel_id = any(${channelIds}::text[])
    ), seen as (
      select distinct channel_id from last where not starts_with(check_id, 'card:')
    ), earlier as (
      select id from unnest(${judgements.slice(0, -1).map(({ id }) => id)}::text[]) j (id)
    )
    select * from last
    union all
    -- Judgement by judgement, so that each takes its few rows from the index of those that say something.
    select o.* from earlier cross join lateral (
      select * from observation o
      where o.judgement_id = earlier.id and (o.verdict <> 'pass' and o.verdict <> 'not-applicable' or o.findings::text <> '[]') offset 0
    ) o
    where o.channel_id in (select channel_id from seen) and (o.verdict = 'fail' or o.findings::text <> '[]')
    union all
    select o.* from last cross join lateral (
      select o.* from earlier join observation o on o.judgement_id = earlier.id and o.channel_id = last.channel_id
        and o.check_id = last.check_id and o.subject_id = last.subject_id
        and o.verdict not in ('not-run', 'cannot-tell', 'fail') and o.findings::text = '[]'
      order by o.day desc limit 1
    ) o where last.verdict in ('not-run', 'cannot-tell')
    union all
    select o.* from unnest(${channelIds}::text[]) c (id) cross join earlier
      join observation o on o.channel_id = c.id and o.judgement_id = earlier.id
    where c.id not in (select channel_id from seen)
    order by day, channel_id, check_id, subject_id`.execute(db);
  for (const { judgementId, ...rest } of rows) {
    const mine = byChannel.get(rest.channelId);
    const observation: Observation = { ...rest, sheet: sheets.get(judgementId) as string };
    if (mine) mine.push(observation);
    else byChannel.set(rest.channelId, [observation]);
  }
  return byChannel;
}

/** The judgement made last of each day of a span, by day. */
async function lastOfEachDay(db: Db, areaId: string, after: CalendarDate, until: CalendarDate): Promise<{ id: string; sheet: string }[]> {
  const { rows } = await sql<{ id: string; sheet: string }>`
    select distinct on (day) id, sheet from judgement
    where area_id = ${areaId} and day > ${after} and day <= ${until}
    order by day, made_at desc, id`.execute(db);
  return rows;
}
