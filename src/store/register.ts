import type { Account, Site } from '../subjects/channel.ts';
import type { Column } from '../subjects/column.ts';
import type { Register } from '../subjects/register.ts';
import { listAccounts, upsertAccounts } from './accounts.ts';
import { areaAndParents, upsertAreas } from './areas.ts';
import { listColumns, upsertColumns } from './columns.ts';
import type { Db } from './schema.ts';
import { listSites, upsertSites } from './sites.ts';
import { listUnits, upsertUnits } from './units.ts';
import type { Counts } from './upsert.ts';

/** What one import did to each part of the register. */
export type RegisterCounts = Record<keyof Register, Counts>;

/** Writes a register in one transaction: all of it or nothing. Nothing is deleted; what ended has an end date. */
export async function writeRegister(db: Db, register: Register): Promise<RegisterCounts> {
  const work = async (trx: Db): Promise<RegisterCounts> => ({
    areas: await upsertAreas(trx, register.areas),
    units: await upsertUnits(trx, register.units),
    sites: await upsertSites(trx, register.sites),
    columns: await upsertColumns(trx, register.columns),
    accounts: await upsertAccounts(trx, register.accounts),
  });
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** The whole register of one area: the area with those above it, then units, sites, columns and accounts in printing order. */
export async function readRegister(db: Db, areaId: string): Promise<Register> {
  const areas = await areaAndParents(db, areaId);
  const units = await listUnits(db, areaId);
  const sites: Site[] = await listSites(db, areaId);
  const columns: Column[] = await listColumns(db, areaId);
  const accounts: Account[] = await listAccounts(db, areaId);
  return { areas, units, sites, columns, accounts };
}
