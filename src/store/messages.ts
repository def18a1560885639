import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { MessageKind } from '../core/message.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';
import { storableText } from './text.ts';

/** A message to one addressee, with where it is on its way. */
export type Message = Selectable<Tables['message']>;

/** What is written; the rest begins empty. */
export type NewMessage = Pick<
  Message,
  | 'areaId'
  | 'id'
  | 'recipient'
  | 'unitId'
  | 'kind'
  | 'cause'
  | 'title'
  | 'body'
  | 'link'
  | 'urgent'
  | 'confidential'
  | 'at'
  | 'needsAnswer'
  | 'deputy'
  | 'state'
  | 'nextAt'
>;

const FRESH = {
  ...{ readAt: null, readBy: null, answeredAt: null, answeredBy: null, passedOnAt: null, route: 0, attempts: 0 },
  ...{ claimedAt: null, unsure: false, sentAt: null, sentByChannel: null, lastDetail: null },
};

/** Writes messages in the transaction of `db`; an addressee is told of a cause once. Answers the ids of what was written. */
export async function insertMessages(db: Db, messages: readonly NewMessage[]): Promise<string[]> {
  const written: string[] = [];
  for (const part of batches(messages)) {
    const rows = await db
      .insertInto('message')
      .values(part.map((message) => ({ ...message, ...FRESH, title: storableText(message.title), body: storableText(message.body) })))
      .onConflict((conflict) => conflict.columns(['areaId', 'recipient', 'cause']).doNothing())
      .returning('id')
      .execute();
    written.push(...rows.map(({ id }) => id));
  }
  return written;
}

/** Whose messages, and which of them. */
export interface InboxFilter {
  /** Names the inbox is kept under: a person's own and the role's. */
  names: readonly string[];
  state?: 'unread' | 'unanswered' | 'undelivered';
  kinds?: readonly MessageKind[];
  words?: string;
}

/** One page of an inbox, the newest first, and how many there are in all. */
export async function listMessages(
  db: Db,
  areaId: string,
  filter: InboxFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: Message[]; total: number }> {
  const matching = narrowed(db.selectFrom('message').where('areaId', '=', areaId), filter);
  const [rows, count] = await Promise.all([
    matching.selectAll().orderBy('at', 'desc').orderBy('id').limit(page.limit).offset(page.offset).execute(),
    matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { rows, total: count.total };
}

const toNames = (names: readonly string[]) => sql<string>`any(${names}::text[])`;

function narrowed<O>(query: SelectQueryBuilder<Tables, 'message', O>, filter: InboxFilter): SelectQueryBuilder<Tables, 'message', O> {
  let q = query.where('recipient', '=', toNames(filter.names));
  if (filter.state === 'unread') q = q.where('readAt', 'is', null);
  if (filter.state === 'unanswered') q = q.where('needsAnswer', '=', true).where('answeredAt', 'is', null);
  if (filter.state === 'undelivered') q = q.where('state', '=', 'undelivered');
  if (filter.kinds && filter.kinds.length > 0) q = q.where('kind', '=', sql<MessageKind>`any(${filter.kinds}::text[])`);
  const { words } = filter;
  if (words) q = q.where((eb) => eb.or([sql<boolean>`strpos(title, ${words}) > 0`, sql<boolean>`strpos(body, ${words}) > 0`]));
  return q;
}

/** How many messages under these names are unread, and how many alarms among them wait for an answer. */
export async function countUnread(db: Db, areaId: string, names: readonly string[]): Promise<{ unread: number; unanswered: number }> {
  return db
    .selectFrom('message')
    .select([
      sql<number>`count(*) filter (where read_at is null)::int`.as('unread'),
      sql<number>`count(*) filter (where needs_answer and answered_at is null)::int`.as('unanswered'),
    ])
    .where('areaId', '=', areaId)
    .where('recipient', '=', toNames(names))
    .executeTakeFirstOrThrow();
}

export interface Reading {
  ids: readonly string[];
  names: readonly string[];
  by: string;
  at: Instant;
}

/** Marks messages of these names as read; who read first stays. */
export async function markMessagesRead(db: Db, areaId: string, { ids, names, by, at }: Reading): Promise<void> {
  await db
    .updateTable('message')
    .set({ readAt: at, readBy: by })
    .where('areaId', '=', areaId)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('recipient', '=', toNames(names))
    .where('readAt', 'is', null)
    .execute();
}

/**
 * Answers alarms (已接到) of these names, and with them the same alarm at everybody else's: the deputy of one that was
 * taken up is not called. Returns how many messages that were.
 */
export async function answerMessages(db: Db, areaId: string, { ids, names, by, at }: Reading): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ answeredAt: at, answeredBy: by })
    .where('areaId', '=', areaId)
    .where('needsAnswer', '=', true)
    .where('answeredAt', 'is', null)
    .where(sql<string>`split_part(cause, '#', 1)`, 'in', (eb) =>
      eb
        .selectFrom('message')
        .select(sql<string>`split_part(cause, '#', 1)`.as('cause'))
        .where('areaId', '=', areaId)
        .where('id', '=', sql<string>`any(${ids}::text[])`)
        .where('recipient', '=', toNames(names)),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Alarms raised up to a moment that nobody has answered and nobody has passed on, with who is next. */
export async function unansweredAlarms(db: Db, until: Instant): Promise<Message[]> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('needsAnswer', '=', true)
    .where('answeredAt', 'is', null)
    .where('passedOnAt', 'is', null)
    .where('at', '<=', until)
    .orderBy('at')
    .limit(500)
    .execute();
}

/** Notes that an alarm went on to the deputy; answers false when another process was first. */
export async function markPassedOn(db: Db, { areaId, id }: Pick<Message, 'areaId' | 'id'>, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ passedOnAt: at })
    .where('areaId', '=', areaId)
    .where('id', '=', id)
    .where('passedOnAt', 'is', null)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
