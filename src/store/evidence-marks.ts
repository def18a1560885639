import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { FactKind } from '../evidence/facts.ts';
import { batches } from './batch.ts';
import type { Db } from './schema.ts';

/** Any number will do, as long as it stays the same: one clearing at a time. */
const CLEARING_LOCK = 6_418_220_502;
const FETCH_ROWS = 5_000;

/** A look as the retention rules see it. */
export interface MarkedLook {
  id: string;
  kind: FactKind;
  subjectId: string;
  at: Instant;
  /** A finding or an act rests on it. */
  cited: boolean;
}

/** What stays whatever the rules say about looks. */
export interface CitationTerm {
  areaId: string;
  /** Findings judged on or after this day keep their evidence. */
  findingsFrom: CalendarDate;
  /** Evidence of problems of the `over` states, last acted on and last named in a notice before this day, goes; null keeps all. */
  problemsFrom: CalendarDate | null;
}

/**
 * One session with the marks of a clearing in temporary tables: a process that dies leaves none. Throws 'conflict' when
 * another clearing is at work.
 */
export async function withMarks<T>(db: Db, work: (session: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (session) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${CLEARING_LOCK}) as got`.execute(session);
    if (!rows[0]?.got) throw new MingchaError('conflict', '另一个证据清理正在进行。', '请等它结束后再运行；已清理的部分不会丢失进度。');
    try {
      await sql`create temp table gc_cited (id text primary key)`.execute(session);
      await sql`create temp table gc_thinned (channel_id text, id text, primary key (channel_id, id))`.execute(session);
      return await work(session);
    } finally {
      await sql`drop table if exists gc_cited, gc_thinned, gc_kept_blob`.execute(session);
      await sql`select pg_advisory_unlock(${CLEARING_LOCK})`.execute(session);
    }
  });
}

/** Marks every fact of an area that an act on a problem or a finding within the term rests on. */
export async function markCited(session: Db, term: CitationTerm): Promise<void> {
  await sql`insert into gc_cited ${citedBy(term)} on conflict do nothing`.execute(session);
}

/** Ids of facts that stay, of a whole area or of one channel. A notice names problems; their acts hold the evidence. */
function citedBy({ areaId, findingsFrom, problemsFrom }: CitationTerm, channelId: string | null = null) {
  return sql`
    select cited.id from problem p join problem_event e on e.problem_id = p.id
    cross join lateral json_array_elements_text(case json_typeof(e.data -> 'evidence') when 'array' then e.data -> 'evidence' else '[]' end) cited (id)
    where p.area_id = ${areaId} and (${channelId}::text is null or p.channel_id = ${channelId})
      and (${problemsFrom}::date is null or p.status not in ('closed', 'rejected', 'withdrawn') or p.last_act_on >= ${problemsFrom}::date
        or p.id in (
          select row ->> 'id' from notice n cross join lateral json_array_elements(n.snapshot -> 'problems') row
          where n.area_id = ${areaId} and n.state in ('issued', 'replaced') and n.issued_at >= ${problemsFrom}::date))
    union
    select cited.id from judgement j join observation o on o.judgement_id = j.id
    cross join lateral json_array_elements(o.findings) finding
    cross join lateral json_array_elements_text(finding -> 'evidence') cited (id)
    where j.area_id = ${areaId} and j.day >= ${findingsFrom}::date and (${channelId}::text is null or o.channel_id = ${channelId})
      and finding ->> 'level' <> 'note'`;
}

/** Channels of an area that have facts. */
export async function channelsWithFacts(session: Db, areaId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from (select id from site where area_id = ${areaId} union select id from account where area_id = ${areaId}) c
    where exists (select from fact f where f.channel_id = c.id) order by c.id`.execute(session);
  return rows.map(({ id }) => id);
}

/** Looks of a channel up to a moment that differs by kind, those of one subject and kind together and the newest first. */
export async function* looksUntil(
  session: Db,
  channelId: string,
  until: Readonly<Record<FactKind, Instant>>,
): AsyncGenerator<MarkedLook[]> {
  await sql`begin`.execute(session);
  try {
    await sql`declare gc_looks no scroll cursor for
      select f.id, f.kind, f.subject_id, f.at, c.id is not null as cited from fact f left join gc_cited c on c.id = f.id
      where f.channel_id = ${sql.lit(channelId)} and f.at <= (${sql.lit(JSON.stringify(until))}::json ->> f.kind)::timestamptz
      order by f.kind, f.subject_id, f.at desc, f.id desc`.execute(session);
    for (;;) {
      const { rows } = await sql<MarkedLook>`fetch ${sql.lit(FETCH_ROWS)} from gc_looks`.execute(session);
      if (rows.length > 0) yield rows;
      if (rows.length < FETCH_ROWS) return;
    }
  } finally {
    await sql`commit`.execute(session);
  }
}

/** Marks facts of a channel as thinned; nothing is removed yet. */
export async function markThinned(session: Db, channelId: string, ids: readonly string[]): Promise<void> {
  for (const part of batches(ids, 10_000))
    await sql`insert into gc_thinned select ${channelId}, id from unnest(${part}::text[]) id`.execute(session);
}

/** Removes the marked facts of a channel, except what was cited since they were marked. Answers how many went. */
export async function removeThinned(session: Db, channelId: string, term: CitationTerm): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from fact f using gc_thinned t
    where f.channel_id = ${channelId} and t.channel_id = f.channel_id and t.id = f.id
      and not exists (select from (${citedBy(term, channelId)}) again where again.id = f.id)`.execute(session);
  // What was spared counts as standing again, its bytes included.
  await sql`
    delete from gc_thinned t
    where t.channel_id = ${channelId} and exists (select from fact f where f.channel_id = t.channel_id and f.id = t.id)`.execute(session);
  return Number(numAffectedRows ?? 0n);
}

/** How many facts there are. */
export async function countAllFacts(session: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from fact`.execute(session);
  return rows[0]?.count ?? 0;
}
