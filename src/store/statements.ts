import type { Selectable } from 'kysely';
import { MingchaError } from '../core/error.ts';
import type { Db, Tables } from './schema.ts';

/** 责任书 of a channel in a year; a later row of the year takes the place of an earlier one. */
export type Statement = Selectable<Tables['channelStatement']>;

/** The statements that stand, by channel. */
export async function standingStatements(db: Db, areaId: string, year: number): Promise<Map<string, Statement>> {
  const rows = await db
    .selectFrom('channelStatement')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('year', '=', year)
    .orderBy('channelId')
    .orderBy('seq')
    .execute();
  return new Map(rows.map((row) => [row.channelId, row]));
}

export async function insertStatement(db: Db, row: Statement): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('channelStatement')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new MingchaError('conflict', '刚刚由别人明确过责任人。', '请刷新后再办理。');
}

/** Marks a statement signed; false when it was signed already. */
export async function signStatement(
  db: Db,
  key: Pick<Statement, 'areaId' | 'year' | 'channelId' | 'seq'>,
  signed: Pick<Statement, 'signedOn' | 'signedBy' | 'blob' | 'kind'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('channelStatement')
    .set(signed)
    .where('areaId', '=', key.areaId)
    .where('year', '=', key.year)
    .where('channelId', '=', key.channelId)
    .where('seq', '=', key.seq)
    .where('signedOn', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
