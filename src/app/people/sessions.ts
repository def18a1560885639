import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import { endSessions, findSession, insertSession, touchSession } from '../../store/sessions.ts';
import { findUser, type User } from '../../store/users.ts';
import type { App } from '../open.ts';

const MINUTE_MS = 60_000;
/** A session nobody uses ends after this long, and any session after the longest. */
const IDLE_MS = 8 * 60 * MINUTE_MS;
const LONGEST_MS = 7 * 24 * 60 * MINUTE_MS;
/** The second factor must follow soon. */
const PENDING_MS = 10 * MINUTE_MS;
/** Not every call needs a write. */
const TOUCH_MS = MINUTE_MS;

export interface Door {
  address: string;
  agent: string;
}

/** Opens a session and answers what the browser is to hold; the database keeps its hash only. */
export async function openSession(app: App, user: Pick<User, 'id'>, door: Door, pending = false): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = app.now();
  await insertSession(app.db, {
    tokenHash: sha256(token),
    userId: user.id,
    pending,
    createdAt: now,
    seenAt: now,
    expiresAt: later(now, pending ? PENDING_MS : LONGEST_MS),
    address: door.address,
    agent: door.agent.slice(0, 300),
    endedAt: null,
  });
  return token;
}

/** Who holds a token: null when it opens nothing (any more). A session that owes its second factor says so. */
export async function whoHolds(app: App, token: string): Promise<{ user: User; tokenHash: string; pending: boolean } | null> {
  const now = app.now();
  const tokenHash = sha256(token);
  const session = await findSession(app.db, tokenHash, now);
  if (!session || later(session.seenAt, IDLE_MS) <= now) return null;
  const user = await findUser(app.db, session.userId);
  if (!user || user.disabledAt) return null;
  if (later(session.seenAt, TOUCH_MS) <= now) await touchSession(app.db, tokenHash, now);
  return { user, tokenHash, pending: session.pending };
}

/** Ends what a token opens; ends nothing where it opens nothing. */
export async function closeSession(app: App, token: string | null): Promise<void> {
  const held = token === null ? null : await whoHolds(app, token);
  if (held) await endSessions(app.db, held.user.id, app.now(), { only: held.tokenHash });
}

/** What a page must send along with every change (CSRF): made from the token, which other sites cannot read. */
export const changeKey = (token: string): string => createHmac('sha256', token).update('change').digest('base64url');

export function isChangeKey(token: string, given: string): boolean {
  const [wanted, held] = [Buffer.from(changeKey(token)), Buffer.from(given)];
  return wanted.length === held.length && timingSafeEqual(wanted, held);
}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
