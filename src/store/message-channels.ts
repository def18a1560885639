import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { AttemptOutcome } from '../core/message.ts';
import { retire } from './retire.ts';
import type { Db, Tables } from './schema.ts';

/** A way out of the program with its settings, secrets included. */
export type MessageChannel = Omit<Selectable<Tables['messageChannel']>, 'settings' | 'retiredAt'> & { settings: unknown };
/** Who gets messages and by which ways, in order. */
export interface MessageRecipient {
  areaId: string;
  name: string;
  unitId: string | null;
  routes: readonly Route[];
  quiet: { from: string; to: string } | null;
  digestAt: string | null;
  savedBy: string;
  savedAt: Instant;
}
export interface Route {
  channelId: string;
  /** Address within the channel: of e-mail the mailbox; a robot needs none. */
  to: string | null;
}

/** Keeps a channel; one of the same id is replaced. */
export async function putChannel(db: Db, { areaId, id, settings, ...rest }: MessageChannel): Promise<void> {
  const values = { ...rest, settings: JSON.stringify(settings), retiredAt: null };
  await db
    .insertInto('messageChannel')
    .values({ areaId, id, ...values })
    .onConflict((conflict) => conflict.columns(['areaId', 'id']).doUpdateSet(values))
    .execute();
}

/** Channels of an area in use, by name. */
export async function listChannels(db: Db, areaId: string): Promise<MessageChannel[]> {
  const rows = await db
    .selectFrom('messageChannel')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ settings, retiredAt: _, ...row }) => ({ ...row, settings: JSON.parse(settings) }));
}

/** Channels of every area, those out of use too. */
export async function listAllChannels(db: Db): Promise<MessageChannel[]> {
  const rows = await db.selectFrom('messageChannel').selectAll().execute();
  return rows.map(({ settings, retiredAt: _, ...row }) => ({ ...row, settings: JSON.parse(settings) }));
}

/** Puts another form of its settings in the place of those a channel was read with; false when they are others meanwhile. */
export async function replaceSettings(db: Db, { areaId, id, settings }: MessageChannel, after: unknown): Promise<boolean> {
  const query = db
    .updateTable('messageChannel')
    .set({ settings: JSON.stringify(after) })
    .where('areaId', '=', areaId)
    .where('id', '=', id)
    .where('settings', '=', JSON.stringify(settings));
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Takes a channel out of use; answers whether there was one. */
export const retireChannel = (db: Db, areaId: string, id: string, at: Instant): Promise<boolean> =>
  retire(db, 'messageChannel', { areaId, id }, at);

/** Keeps a recipient; one of the same name is replaced. */
export async function putRecipient(db: Db, { areaId, name, routes, quiet, ...rest }: MessageRecipient): Promise<void> {
  const values = {
    ...rest,
    routes: JSON.stringify(routes),
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    retiredAt: null,
  };
  await db
    .insertInto('messageRecipient')
    .values({ areaId, name, ...values })
    .onConflict((conflict) => conflict.columns(['areaId', 'name']).doUpdateSet(values))
    .execute();
}

/** Recipients of an area in use, by name. */
export async function listRecipients(db: Db, areaId: string): Promise<MessageRecipient[]> {
  const rows = await db
    .selectFrom('messageRecipient')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(({ routes, quietFrom, quietTo, retiredAt: _, ...row }) => ({
    ...row,
    routes: JSON.parse(routes) as Route[],
    quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
  }));
}

/** Takes a recipient out of use; answers whether there was one. */
export const retireRecipient = (db: Db, areaId: string, name: string, at: Instant): Promise<boolean> =>
  retire(db, 'messageRecipient', { areaId, name }, at);

interface Attempt {
  areaId: string;
  channelId: string;
  id: string;
  at: Instant;
  messages: number;
}

/**
 * Takes a place in the pace of a channel: notes the attempt as begun, unless `most` were begun after `since`; then the
 * moment of the earliest of those. All senders of a channel ask one after the other.
 */
export async function takeTurn(db: Db, attempt: Attempt, since: Instant, most: number | null): Promise<Instant | null> {
  return db.transaction().execute(async (trx) => {
    const { areaId, channelId } = attempt;
    await sql`select pg_advisory_xact_lock(${TURNS}, hashtext(${`${areaId} ${channelId}`}))`.execute(trx);
    if (most !== null) {
      const recent = await trx
        .selectFrom('messageAttempt')
        .select('at')
        .where('areaId', '=', areaId)
        .where('channelId', '=', channelId)
        .where('at', '>', since)
        .orderBy('at', 'desc')
        .limit(most)
        .execute();
      if (recent.length >= most) return recent.at(-1)?.at ?? null;
    }
    await trx
      .insertInto('messageAttempt')
      .values({ ...attempt, outcome: 'started', detail: null })
      .execute();
    return null;
  });
}

/** First key of the advisory locks of channels. */
const TURNS = 1_901;

/** Says how an attempt to send ended; `detail` is what the other side answered. */
export async function endAttempt(
  db: Db,
  { areaId, channelId, id }: Pick<Attempt, 'areaId' | 'channelId' | 'id'>,
  end: { outcome: AttemptOutcome; detail: string | null },
): Promise<void> {
  await db
    .updateTable('messageAttempt')
    .set(end)
    .where('areaId', '=', areaId)
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .execute();
}

/** The last attempt on each channel of an area, by channel. */
export async function lastAttempts(
  db: Db,
  areaId: string,
): Promise<Map<string, { at: Instant; outcome: AttemptOutcome; detail: string | null }>> {
  const rows = await db
    .selectFrom('messageAttempt')
    .distinctOn('channelId')
    .select(['channelId', 'at', 'outcome', 'detail'])
    .where('areaId', '=', areaId)
    .orderBy('channelId')
    .orderBy('at', 'desc')
    .execute();
  return new Map(rows.map(({ channelId, ...row }) => [channelId, row]));
}
