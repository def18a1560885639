import { listAccounts } from '../../store/accounts.ts';
import type { Db } from '../../store/schema.ts';
import { listSites } from '../../store/sites.ts';
import { listUnits } from '../../store/units.ts';
import type { Register } from '../../subjects/register.ts';

/** What a year's score asks of the register: not the thousands of columns. */
export type Roster = Pick<Register, 'units' | 'sites' | 'accounts'>;

export async function readRoster(db: Db, areaId: string): Promise<Roster> {
  const [units, sites, accounts] = await Promise.all([listUnits(db, areaId), listSites(db, areaId), listAccounts(db, areaId)]);
  return { units, sites, accounts };
}
