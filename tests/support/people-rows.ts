import type { Db } from '../../src/store/schema.ts';
import { insertSession } from '../../src/store/sessions.ts';
import { insertToken } from '../../src/store/tokens.ts';
import { beginTrail, endTrail } from '../../src/store/trail.ts';
import { insertUser } from '../../src/store/users.ts';
import { userOf } from './people.ts';

/** A row in every table of who signs in and what was done; `words` may be anything. */
export async function fillPeople(db: Db, areaId: string, unitId: string, at: string, words: string): Promise<void> {
  const user = userOf({ now: () => at }, { name: words, role: 'unit', areaId, unitId, post: 'person' });
  await insertUser(db, user);
  const session = { tokenHash: 'a'.repeat(64), userId: user.id, pending: false, createdAt: at, seenAt: at, expiresAt: at };
  await insertSession(db, { ...session, address: '::1', agent: words, endedAt: null });
  const token = { id: 't', areaId, name: words, rights: ['read'], tokenHash: 'b'.repeat(64), createdAt: at, createdBy: words };
  await insertToken(db, { ...token, expiresAt: null, usedAt: null, revokedAt: null });
  const line = { at, areaId, userId: user.id, name: words, role: 'unit', act: 'problem-answer', about: { problemId: 'p' } };
  const begun = await beginTrail(db, { ...line, given: { words }, address: '::1' });
  await endTrail(db, { line: begun, areaId, at, outcome: 'ok' });
  await db
    .insertInto('sealKey')
    .values({ id: `key-${areaId}`, madeAt: at, givenUpAt: at })
    .execute();
}
