import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** 机器令牌: what another system calls with. */
export type MachineToken = Selectable<Tables['machineToken']>;

export async function insertToken(db: Db, token: MachineToken): Promise<void> {
  await db.insertInto('machineToken').values(token).execute();
}

/** Tokens of an area, those taken back or run out too, the newest first. */
export async function listTokens(db: Db, areaId: string): Promise<MachineToken[]> {
  return db.selectFrom('machineToken').selectAll().where('areaId', '=', areaId).orderBy('createdAt', 'desc').execute();
}

/** The token of a hash that still holds. */
export async function findToken(db: Db, tokenHash: string, now: Instant): Promise<MachineToken | null> {
  return (
    (await db
      .selectFrom('machineToken')
      .selectAll()
      .where('tokenHash', '=', tokenHash)
      .where('revokedAt', 'is', null)
      .where((where) => where.or([where('expiresAt', 'is', null), where('expiresAt', '>', now)]))
      .executeTakeFirst()) ?? null
  );
}

/** Notes when a token was used last. */
export async function markTokenUsed(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('machineToken').set({ usedAt: at }).where('id', '=', id).execute();
}

/** Takes a token back; answers whether it held until now. */
export async function revokeToken(db: Db, areaId: string, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('machineToken')
    .set({ revokedAt: at })
    .where('areaId', '=', areaId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
