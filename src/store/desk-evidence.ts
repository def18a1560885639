import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Fact } from '../evidence/fact.ts';
import { fromRow } from './facts.ts';
import type { Db } from './schema.ts';

/** The newest kept picture of a page; null when none was taken. */
export async function pictureOf(db: Db, channelId: string, url: string): Promise<Fact | null> {
  const row = await db
    .selectFrom('fact')
    .selectAll()
    .where('channelId', '=', channelId)
    .where('kind', '=', 'page-view')
    .where('source', '=', url)
    .where('blob', 'is not', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** What the newest judgement of an area says of one check on one subject; null when it did not judge it. */
export async function latestCheckOf(
  db: Db,
  areaId: string,
  { channelId, checkId, subjectId }: { channelId: string; checkId: string; subjectId: string },
): Promise<{ day: CalendarDate; verdict: Verdict } | null> {
  const { rows } = await sql<{ day: CalendarDate; verdict: Verdict }>`
    select o.day, o.verdict from (
      select id from judgement where area_id = ${areaId} order by day desc, made_at desc limit 1
    ) j
    join observation o on o.channel_id = ${channelId} and o.judgement_id = j.id and o.check_id = ${checkId} and o.subject_id = ${subjectId}`.execute(
    db,
  );
  return rows[0] ?? null;
}
