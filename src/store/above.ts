import type { Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** A problem that the higher level has seen. */
export type AboveMark = Selectable<Tables['aboveMark']>;
/** The higher level's score of the area in a year. */
export type AboveResult = Selectable<Tables['aboveResult']>;

export async function listAboveMarks(db: Db, areaId: string): Promise<AboveMark[]> {
  return db.selectFrom('aboveMark').selectAll().where('areaId', '=', areaId).orderBy('markedAt').orderBy('problemId').execute();
}

/** Marks a problem as seen above, or changes what is said about it. */
export async function putAboveMark(db: Db, mark: AboveMark): Promise<void> {
  const { areaId: _areaId, problemId: _problemId, ...rest } = mark;
  await db
    .insertInto('aboveMark')
    .values(mark)
    .onConflict((conflict) => conflict.columns(['areaId', 'problemId']).doUpdateSet(rest))
    .execute();
}

/** Takes a mark off; answers whether there was one. */
export async function removeAboveMark(db: Db, areaId: string, problemId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('aboveMark')
    .where('areaId', '=', areaId)
    .where('problemId', '=', problemId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function findAboveResult(db: Db, areaId: string, year: number): Promise<AboveResult | null> {
  const query = db.selectFrom('aboveResult').selectAll().where('areaId', '=', areaId).where('year', '=', year);
  return (await query.executeTakeFirst()) ?? null;
}

/** Keeps the result of a year from above; entered again, it is replaced. */
export async function putAboveResult(db: Db, result: AboveResult): Promise<void> {
  const { areaId: _areaId, year: _year, ...rest } = result;
  await db
    .insertInto('aboveResult')
    .values(result)
    .onConflict((conflict) => conflict.columns(['areaId', 'year']).doUpdateSet(rest))
    .execute();
}
