import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** First key of the advisory locks of areas whose cards are answered. */
const CARDS = 28;

/** Until the transaction ends, nobody else answers cards of the area: each sees what the one before said. */
export async function takeCardTurn(db: Db, areaId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CARDS}, hashtext(${areaId}))`.execute(db);
}
