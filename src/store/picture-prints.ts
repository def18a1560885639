import { type Insertable, sql } from 'kysely';
import type { Db, Tables } from './schema.ts';

type PrintRow = Insertable<Tables['picturePrint']>;

/** What a kept picture is compared by. */
export interface KeptPrint {
  ratio: number;
  signs: string;
  cells: Uint8Array;
}

/** A picture whose signs are near those asked for. */
export type NearPrint = KeptPrint & { blob: string };

/** Keeps the print of a file, not compared yet; one of an earlier method gives way to it, with what was found alike by it. */
export async function putPrint(db: Db, areaId: string, blob: string, method: number, print: KeptPrint | null): Promise<void> {
  const { ratio, signs, cells } = print ?? { ratio: null, signs: null, cells: null };
  const row: PrintRow = { areaId, blob, method, ratio, signs, cells: cells && Buffer.from(cells), compared: print === null };
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('picturePrint')
      .values(row)
      .onConflict((conflict) => conflict.columns(['areaId', 'blob']).doUpdateSet(row).where('picturePrint.method', '<', method))
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    await sql`delete from picture_alike where area_id = ${areaId} and (blob = ${blob} or other = ${blob})`.execute(trx);
  });
}

/** The print of a file that waits to be compared; null when it has none, or is done. */
export async function waitingPrint(db: Db, areaId: string, blob: string, method: number): Promise<KeptPrint | null> {
  const { rows } = await sql<KeptPrint>`
    select ratio, signs::text as signs, cells from picture_print
    where area_id = ${areaId} and blob = ${blob} and method = ${method} and not compared`.execute(db);
  return rows[0] ?? null;
}

/**
 * Pictures of the area with a ratio and signs near these, the nearest first. One scan of a narrow index, shades read only for the few:
 * `bench/pictures` prints what it costs.
 */
export async function nearPrints(
  db: Db,
  to: { areaId: string; blob: string; method: number; print: KeptPrint },
  within: { ratio: number; signs: number; most: number },
): Promise<NearPrint[]> {
  const { areaId, blob, method, print } = to;
  const { rows } = await sql<NearPrint>`
    with near as (
      select blob, bit_count(signs # ${print.signs}::bit(63)) as apart from picture_print
      where area_id = ${areaId} and signs is not null and method = ${method} and blob <> ${blob}
        and ratio between ${print.ratio / within.ratio}::real and ${print.ratio * within.ratio}::real
        and bit_count(signs # ${print.signs}::bit(63)) <= ${within.signs}
      order by apart, blob limit ${within.most})
    select p.blob, p.ratio, p.signs::text as signs, p.cells from near join picture_print p on p.area_id = ${areaId} and p.blob = near.blob
    order by near.apart, p.blob`.execute(db);
  return rows;
}

/** Writes what was found alike, each way round, and that the picture is done. */
export async function writeAlike(db: Db, areaId: string, blob: string, method: number, others: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // In one order for all: two that find each other at the same moment wait, and neither is thrown out.
    const pairs = others
      .flatMap((other) => [
        { areaId, blob, other },
        { areaId, blob: other, other: blob },
      ])
      .toSorted((a, b) => (a.blob + a.other < b.blob + b.other ? -1 : 1));
    if (pairs.length > 0)
      await trx
        .insertInto('pictureAlike')
        .values(pairs)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await trx
      .updateTable('picturePrint')
      .set({ compared: true })
      .where('areaId', '=', areaId)
      .where('blob', '=', blob)
      .where('method', '=', method)
      .execute();
  });
}

/** Pictures handed in as proof, of any area, that have no print of this method yet or were not compared; the newest first. */
export async function picturesToPrint(db: Db, method: number, most: number): Promise<{ areaId: string; blob: string }[]> {
  const { rows } = await sql<{ areaId: string; blob: string }>`
    select f.area_id, f.blob from (
      select area_id, blob, at from problem_proof where picture_hash is not null
      union all select area_id, blob, added_at from account_proof where picture_hash is not null) f
    where not exists (select from picture_print p where p.area_id = f.area_id and p.blob = f.blob and p.method >= ${method} and p.compared)
    group by f.area_id, f.blob order by max(f.at) desc, f.blob limit ${most}`.execute(db);
  return rows;
}
