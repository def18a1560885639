import { sql } from 'kysely';
import type { Observation } from '../checks/observation.ts';
import type { CalendarDate } from '../core/date.ts';
import type { Db } from './schema.ts';

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
  const { rows: judgements } = await sql<{ id: string; sheet: string }>`
    select distinct on (day) id, sheet from judgement
    where area_id = ${areaId} and day > ${after} and day <= ${until}
    order by day, made_at desc, id`.execute(db);
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
