import { type Insertable, type Selectable, sql } from 'kysely';
import { canonicalJson } from '../core/canonical-json.ts';
import type { Instant } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { AssessmentScheme } from '../ledger/assessment/scheme.ts';
import type { Db, Tables } from './schema.ts';

/** A version of a year's scheme and who saved it. */
export type SchemeVersion = Selectable<Tables['assessmentScheme']>;
export type HandEntry = Selectable<Tables['assessmentEntry']>;
export type AssessmentAct = Selectable<Tables['assessmentAct']>;

/** The scheme of a year as saved last; null when nobody has saved one. */
export async function findScheme(db: Db, areaId: string, year: number): Promise<SchemeVersion | null> {
  const [newest] = await listSchemeVersions(db, areaId, year);
  return newest ?? null;
}

/** Every version of a year's scheme, the newest first. */
export async function listSchemeVersions(db: Db, areaId: string, year: number): Promise<SchemeVersion[]> {
  return db
    .selectFrom('assessmentScheme')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute();
}

/** Years that have a scheme, the newest first. */
export async function schemeYears(db: Db, areaId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('assessmentScheme')
    .select('year')
    .distinct()
    .where('areaId', '=', areaId)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** Adds the next version of a year's scheme. Throws 'conflict' when somebody saved one after `before`. */
export async function addScheme(
  db: Db,
  areaId: string,
  scheme: AssessmentScheme,
  saved: { by: string; at: Instant; before: number },
): Promise<void> {
  const { items, ...head } = scheme;
  const values = { areaId, ...head, version: saved.before + 1, items: canonicalJson(items), savedBy: saved.by, savedAt: saved.at };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assessmentScheme')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw changedMeanwhile('考核方案');
}

/** Entries made by hand, those taken back included, in the order of their days. */
export async function listHandEntries(db: Db, areaId: string, year: number): Promise<HandEntry[]> {
  return db
    .selectFrom('assessmentEntry')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('year', '=', year)
    .orderBy('day')
    .orderBy('id')
    .execute();
}

/** Adds an entry; answers false when the very same stands already. */
export async function insertHandEntry(
  db: Db,
  entry: Omit<Insertable<Tables['assessmentEntry']>, 'retractedAt' | 'retractedBy' | 'retractedReason'>,
): Promise<boolean> {
  const added = await db
    .insertInto('assessmentEntry')
    .values({ ...entry, retractedAt: null, retractedBy: null, retractedReason: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Takes an entry back; answers whether there was one that stood. */
export async function retractHandEntry(
  db: Db,
  key: { areaId: string; year: number; id: string },
  by: { name: string; at: Instant; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('assessmentEntry')
    .set({ retractedAt: by.at, retractedBy: by.name, retractedReason: by.reason })
    .where('areaId', '=', key.areaId)
    .where('year', '=', key.year)
    .where('id', '=', key.id)
    .where('retractedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Acts on a year's score in their order, without what was frozen. */
export async function listAssessmentActs(db: Db, areaId: string, year: number): Promise<Omit<AssessmentAct, 'snapshot'>[]> {
  return db
    .selectFrom('assessmentAct')
    .select(['areaId', 'year', 'seq', 'act', 'byName', 'at', 'note', 'digest'])
    .where('areaId', '=', areaId)
    .where('year', '=', year)
    .orderBy('seq')
    .execute();
}

/** What an act froze; null where it froze nothing. */
export async function frozenBy(db: Db, areaId: string, year: number, seq: number): Promise<unknown> {
  const row = await db
    .selectFrom('assessmentAct')
    .select('snapshot')
    .where('areaId', '=', areaId)
    .where('year', '=', year)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.snapshot ?? null;
}

/** The units of what an act froze, without the entries; empty where it froze nothing. */
export async function frozenUnits(db: Db, areaId: string, year: number, seq: number): Promise<unknown> {
  const { rows } = await sql<{ units: unknown }>`
    select snapshot -> 'units' as units from assessment_act where area_id = ${areaId} and year = ${year} and seq = ${seq}`.execute(db);
  return rows[0]?.units ?? [];
}

/** Appends the next act. Throws 'conflict' when somebody acted meanwhile. */
export async function appendAssessmentAct(db: Db, act: AssessmentAct): Promise<void> {
  const snapshot = act.snapshot === null ? null : JSON.stringify(act.snapshot);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assessmentAct')
    .values({ ...act, snapshot })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw changedMeanwhile('年度得分');
}

const changedMeanwhile = (what: string): MingchaError =>
  new MingchaError('conflict', `${what}刚刚被他人改动。`, '请刷新页面，看过最新内容后再操作。');
