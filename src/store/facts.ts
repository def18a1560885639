import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import type { FactKind } from '../evidence/facts.ts';
import { batches } from './batch.ts';
import { noteListedItems } from './listed-items.ts';
import type { Db, Tables } from './schema.ts';

/** Keeps facts, and what lists show beside them; one kept before is left as it is. Answers how many were new. */
export async function insertFacts(db: Db, facts: readonly Fact[], runId: string | null = null): Promise<number> {
  let added = 0;
  for (const part of batches(facts)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('fact')
      .values(part.map(({ data, ...rest }) => ({ ...rest, runId, data: JSON.stringify(data) })))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  await noteListedItems(db, facts);
  return added;
}

/** Facts of channels seen after `after` up to and including `until`, of the kinds asked; oldest first within each channel. */
export async function factsBetween<K extends FactKind>(
  db: Db,
  channelIds: readonly string[],
  kinds: readonly K[],
  after: Instant,
  until: Instant,
): Promise<Fact<K>[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('channelId', '=', anyOf(channelIds))
    .where('kind', '=', anyOf<FactKind>(kinds))
    .where('at', '>', after)
    .where('at', '<=', until)
    .orderBy('channelId')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => fromRow<K>(row));
}

/**
 * Looks at lists as `factsBetween` gives them, of those at the same bytes only the first and the last: a page that did not change
 * lists what it listed before, and the last look at it has been read by the rule that stands.
 */
export async function changedLists(db: Db, channelIds: readonly string[], after: Instant, until: Instant): Promise<Fact<'column-list'>[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    with shown as (
      select channel_id, subject_id, coalesce(blob, id) as bytes, min(at) as first, max(at) as last from fact
      where channel_id = any(${channelIds}::text[]) and kind = 'column-list' and at > ${after} and at <= ${until}
      group by 1, 2, 3
    )
    select f.* from shown s join fact f on f.channel_id = s.channel_id and f.kind = 'column-list' and f.subject_id = s.subject_id
      and f.at in (s.first, s.last) and coalesce(f.blob, f.id) = s.bytes
    order by f.channel_id, f.at, f.id`.execute(db);
  return rows.map((row) => fromRow<'column-list'>(row));
}

/**
 * The newest fact of each subject and kind up to and including `until`, however old. Steps from subject to subject through
 * the index, so a long history costs nothing: one step a subject, not one a fact.
 */
export async function latestFacts<K extends FactKind>(
  db: Db,
  channelIds: readonly string[],
  kinds: readonly K[],
  until: Instant,
): Promise<Fact<K>[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    with recursive subject as (
      select c.channel_id, k.kind, (
        select min(f.subject_id) from fact f where f.channel_id = c.channel_id and f.kind = k.kind
      ) as subject_id
      from unnest(${channelIds}::text[]) as c (channel_id) cross join unnest(${kinds}::text[]) as k (kind)
      union all
      select s.channel_id, s.kind, (
        select min(f.subject_id) from fact f where f.channel_id = s.channel_id and f.kind = s.kind and f.subject_id > s.subject_id
      )
      from subject s where s.subject_id is not null
    )
    select latest.* from subject s
    cross join lateral (
      select * from fact f
      where f.channel_id = s.channel_id and f.kind = s.kind and f.subject_id = s.subject_id and f.at <= ${until}
      order by f.at desc, f.id desc limit 1
    ) latest
    where s.subject_id is not null
    order by latest.channel_id, latest.at, latest.id`.execute(db);
  return rows.map((row) => fromRow<K>(row));
}

/** Of these subjects, those whose newest fact of a kind before a moment says `ok`, and when; each one step through the index. */
export async function lastOpened(
  db: Db,
  channelId: string,
  kind: FactKind,
  subjectIds: readonly string[],
  before: Instant,
): Promise<Map<string, Instant>> {
  if (subjectIds.length === 0) return new Map();
  const { rows } = await sql<{ subjectId: string; at: Instant }>`
    select latest.subject_id, latest.at from unnest(${subjectIds}::text[]) as s (id)
    cross join lateral (
      select f.subject_id, f.at, f.data ->> 'outcome' as outcome from fact f
      where f.channel_id = ${channelId} and f.kind = ${kind} and f.subject_id = s.id and f.at <= ${before}
      order by f.at desc, f.id desc limit 1
    ) latest where latest.outcome = 'ok'`.execute(db);
  return new Map(rows.map(({ subjectId, at }) => [subjectId, at]));
}

/** The newest fact of one kind of each of these subjects before a moment; those without one are absent. */
export async function latestOfSubjects<K extends FactKind>(
  db: Db,
  channelId: string,
  kind: K,
  subjectIds: readonly string[],
  before: Instant,
): Promise<Fact<K>[]> {
  if (subjectIds.length === 0) return [];
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select latest.* from unnest(${subjectIds}::text[]) as s (id)
    cross join lateral (
      select * from fact f
      where f.channel_id = ${channelId} and f.kind = ${kind} and f.subject_id = s.id and f.at <= ${before}
      order by f.at desc, f.id desc limit 1
    ) latest`.execute(db);
  return rows.map((row) => fromRow<K>(row));
}

/** Facts by id, in no order; what is not kept is absent. */
export async function findFacts(db: Db, channelId: string, ids: readonly string[]): Promise<Fact[]> {
  const rows = await db.selectFrom('fact').selectAll().where('channelId', '=', channelId).where('id', '=', anyOf(ids)).execute();
  return rows.map((row) => fromRow(row));
}

/** One parameter for a list of any length. */
const anyOf = <T extends string>(values: readonly T[]): RawBuilder<T> => sql<T>`any(${values}::text[])`;

/** A fact as it was kept. */
export function fromRow<K extends FactKind>({ runId: _runId, data, kind, ...rest }: Selectable<Tables['fact']>): Fact<K> {
  return { ...rest, kind: kind as K, data: data as Fact<K>['data'] };
}

/** Ids of facts that a run kept of a channel, of one subject where given, at most `limit`. */
export async function factsOfRun(db: Db, channelId: string, runId: string, subjectId: string | null, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('fact')
    .select('id')
    .where('channelId', '=', channelId)
    .where('runId', '=', runId)
    .$if(subjectId !== null, (query) => query.where('subjectId', '=', subjectId as string))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
