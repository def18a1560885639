import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** 用户. A login means the same whatever its case. */
export type User = Selectable<Tables['appUser']>;
/** What may change about a user after the beginning. */
export type UserChange = Partial<Omit<User, 'id' | 'createdAt' | 'createdBy'>>;

export async function insertUser(db: Db, user: User): Promise<void> {
  await db.insertInto('appUser').values(user).execute();
}

export async function findUser(db: Db, id: string): Promise<User | null> {
  return (await db.selectFrom('appUser').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** A user by name of sign-in, capitals and small letters alike, whatever their state. */
export async function findUserByLogin(db: Db, login: string): Promise<User | null> {
  return (
    (await db
      .selectFrom('appUser')
      .selectAll()
      .where((where) => where(where.fn<string>('lower', ['login']), '=', login.toLowerCase()))
      .executeTakeFirst()) ?? null
  );
}

/** The user a single sign-on knows by this subject, whatever their state. */
export async function findUserBySubject(db: Db, subject: string): Promise<User | null> {
  return (await db.selectFrom('appUser').selectAll().where('oidcSubject', '=', subject).executeTakeFirst()) ?? null;
}

/** Users of the given areas, those of the whole installation too where `areaIds` is null. */
export async function listUsers(db: Db, areaIds: readonly string[] | null): Promise<User[]> {
  let query = db.selectFrom('appUser').selectAll();
  if (areaIds) query = query.where('areaId', 'in', [...areaIds, '']);
  return query.orderBy('areaId').orderBy('role').orderBy('login').execute();
}

/** Changes only the fields given; the rule who may is the caller's. */
export async function changeUser(db: Db, id: string, change: UserChange): Promise<void> {
  await db.updateTable('appUser').set(change).where('id', '=', id).execute();
}

/** Whether anybody has an account yet; if not, the first administrator is made. */
export async function anyUser(db: Db): Promise<boolean> {
  return (await db.selectFrom('appUser').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Puts another form of a second factor in the place of one; false when it is another meanwhile. Null turns it off. */
export async function replaceTotpSecret(db: Db, id: string, before: string | null, after: string | null): Promise<boolean> {
  const change = after === null ? { totpSecret: null, totpStep: null } : { totpSecret: after };
  const query = db.updateTable('appUser').set(change).where('id', '=', id).where('totpSecret', '=', before);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Takes a step of the second factor once: false when it, or a later one, was taken already. */
export async function takeTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appUser')
    .set({ totpStep: step })
    .where('id', '=', id)
    .where((where) => where.or([where('totpStep', 'is', null), where('totpStep', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Counts a try as a failure before it is judged, and locks from `limit` in a row on; a lock that has run out begins a new count.
 * False while the user is locked. Done in one statement: of tries made side by side no more than `limit` get through.
 */
export async function claimTry(db: Db, id: string, limit: number, { now, until }: { now: Instant; until: Instant }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app_user set
      failures = case when locked_until is null then failures + 1 else 1 end,
      locked_until = case when locked_until is null and failures + 1 >= ${limit} then ${until}::timestamptz end
    where id = ${id} and (locked_until is null or locked_until <= ${now}::timestamptz)`.execute(db);
  return numAffectedRows === 1n;
}

/** Takes back the count of a try that was right, where the failures before it still stand. */
export async function giveTryBack(db: Db, id: string): Promise<void> {
  await sql`update app_user set failures = greatest(failures - 1, 0), locked_until = null where id = ${id}`.execute(db);
}
