import { sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { DeliveryState } from '../core/message.ts';
import type { Message } from './messages.ts';
import type { Db } from './schema.ts';

/**
 * Gives messages back whose sender has not been heard of since `before`: it died while sending. Nobody knows whether
 * they arrived, so they are marked unsure and go again.
 */
export async function giveBackLost(db: Db, before: Instant): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'waiting', unsure: true, claimedAt: null })
    .where('state', '=', 'sending')
    .where('claimedAt', '<', before)
    .execute();
}

/** The most messages for one addressee that go out as one letter. */
const MOST_TOGETHER = 50;

/**
 * Takes what is due for one addressee in hand: the most pressing message, and with it everything of the same kind of haste
 * that waits at the same step of the way. Null when nothing is due. Senders take one after the other, so that what belongs
 * together is not divided among them.
 */
export async function claimDue(db: Db, at: Instant): Promise<[Message, ...Message[]] | null> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${CLAIMS})`.execute(trx);
    const first = await trx
      .selectFrom('message')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('nextAt', '<=', at)
      .orderBy('urgent', 'desc')
      .orderBy('nextAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!first) return null;
    const others = await trx
      .selectFrom('message')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('nextAt', '<=', at)
      .where('areaId', '=', first.areaId)
      .where('recipient', '=', first.recipient)
      .where('urgent', '=', first.urgent)
      .where('confidential', '=', first.confidential)
      .where('route', '=', first.route)
      .where('id', '<>', first.id)
      .orderBy('at')
      .orderBy('id')
      .limit(MOST_TOGETHER - 1)
      .execute();
    await setAll(trx, [first, ...others], { state: 'sending', claimedAt: at });
    return [first, ...others];
  });
}

/** Advisory lock of whoever takes messages in hand. */
const CLAIMS = 1_902;

/** Where messages in hand go on from. */
export interface Onward {
  state: DeliveryState;
  route?: number;
  attempts?: number;
  nextAt?: Instant;
  claimedAt?: Instant | null;
  unsure?: boolean;
  sentAt?: Instant;
  sentByChannel?: string;
  lastDetail?: string | null;
}

/** Moves messages of one area on together; the area is that of the first. */
export async function setAll(db: Db, messages: readonly Pick<Message, 'areaId' | 'id'>[], onward: Onward): Promise<void> {
  const ids = messages.map(({ id }) => id);
  await db
    .updateTable('message')
    .set(onward)
    .where('areaId', '=', messages[0]?.areaId ?? '')
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
}

/** Undelivered messages of an area, the newest first. */
export async function undelivered(db: Db, areaId: string, limit: number): Promise<Message[]> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('state', '=', 'undelivered')
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Puts undelivered messages back to the beginning of their way; answers how many. */
export async function sendAgain(db: Db, areaId: string, ids: readonly string[], at: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ state: 'waiting', route: 0, attempts: 0, nextAt: at })
    .where('areaId', '=', areaId)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('state', '=', 'undelivered')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
