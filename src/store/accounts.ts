import type { Selectable } from 'kysely';
import type { Account } from '../subjects/channel.ts';
import { placed } from './position.ts';
import type { Db, Tables } from './schema.ts';
import { type Counts, upsert } from './upsert.ts';

/** Writes accounts of the register; what is not in the list stays. An account keeps its place in the order when it comes again. */
export async function upsertAccounts(db: Db, accounts: readonly Account[]): Promise<Counts> {
  const rows = accounts.map(({ type: _type, states, ...rest }) => ({ ...rest, states: JSON.stringify(states) }));
  return upsert(db, 'account', ['areaId', 'id'], await placed(db, 'account', rows, (row) => row.areaId), ['position']);
}

/** Accounts of an area in printing order, cancelled ones included. */
export async function listAccounts(db: Db, areaId: string): Promise<Account[]> {
  const rows = await db.selectFrom('account').selectAll().where('areaId', '=', areaId).orderBy('position').orderBy('id').execute();
  return rows.map(accountFromRow);
}

export function accountFromRow({ position: _position, ...rest }: Selectable<Tables['account']>): Account {
  return { type: 'account', ...rest };
}
