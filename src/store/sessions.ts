import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** 会话: what a browser holds open. */
export type Session = Selectable<Tables['userSession']>;

export async function insertSession(db: Db, session: Session): Promise<void> {
  await db.insertInto('userSession').values(session).execute();
}

/** The session of a token that is neither ended nor past its end. */
export async function findSession(db: Db, tokenHash: string, now: Instant): Promise<Session | null> {
  return (
    (await db
      .selectFrom('userSession')
      .selectAll()
      .where('tokenHash', '=', tokenHash)
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', now)
      .executeTakeFirst()) ?? null
  );
}

/** Notes that a session was used. */
export async function touchSession(db: Db, tokenHash: string, seenAt: Instant): Promise<void> {
  await db.updateTable('userSession').set({ seenAt }).where('tokenHash', '=', tokenHash).execute();
}

/** Sessions of a user that are open, the newest first. */
export async function listSessions(db: Db, userId: string, now: Instant): Promise<Session[]> {
  return db
    .selectFrom('userSession')
    .selectAll()
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('seenAt', 'desc')
    .execute();
}

/** Ends sessions of a user: one, or all but one (`except`), or all. */
export async function endSessions(db: Db, userId: string, at: Instant, which: { only?: string; except?: string } = {}): Promise<void> {
  let query = db.updateTable('userSession').set({ endedAt: at }).where('userId', '=', userId).where('endedAt', 'is', null);
  if (which.only !== undefined) query = query.where('tokenHash', '=', which.only);
  if (which.except !== undefined) query = query.where('tokenHash', '!=', which.except);
  await query.execute();
}
