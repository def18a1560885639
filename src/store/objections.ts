import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** 异议: what was objected to, as it read then, and what came of it. */
export type Objection = Selectable<Tables['objection']>;
export type ObjectionAbout = Objection['about'];

/** Objections about one kind of thing in a year or period, in the order they were raised. */
export async function listObjections(db: Db, areaId: string, about: ObjectionAbout, span: string): Promise<Objection[]> {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('about', '=', about)
    .where('span', '=', span)
    .orderBy('raisedAt')
    .orderBy('id')
    .execute();
}

/** Objections to results that have no answer, in the order they were raised. */
export async function openVerdictObjections(db: Db, areaId: string, periodIds: readonly string[]): Promise<Objection[]> {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('about', '=', 'verdict')
    .where('span', '=', sql<string>`any(${periodIds}::text[])`)
    .where('decidedAt', 'is', null)
    .orderBy('raisedAt')
    .orderBy('id')
    .execute();
}

export async function findObjection(db: Db, areaId: string, id: string): Promise<Objection | null> {
  return (await db.selectFrom('objection').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Adds an objection; answers false when the very same was raised already. */
export async function insertObjection(
  db: Db,
  objection: Omit<Objection, 'outcome' | 'after' | 'decidedReason' | 'decidedBy' | 'decidedAt'>,
): Promise<boolean> {
  const open = { outcome: null, after: null, decidedReason: null, decidedBy: null, decidedAt: null };
  const added = await db
    .insertInto('objection')
    .values({ ...objection, before: JSON.stringify(objection.before), ...open })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Decides an objection, once; answers whether it was open. */
export async function decideObjection(
  db: Db,
  key: { areaId: string; id: string },
  decision: { outcome: 'accepted' | 'rejected'; after: unknown; reason: string; by: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('objection')
    .set({
      outcome: decision.outcome,
      after: decision.after === null ? null : JSON.stringify(decision.after),
      decidedReason: decision.reason,
      decidedBy: decision.by,
      decidedAt: decision.at,
    })
    .where('areaId', '=', key.areaId)
    .where('id', '=', key.id)
    .where('decidedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
