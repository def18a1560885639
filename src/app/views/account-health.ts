import { addDays, instantOf } from '../../core/date.ts';
import { factsBetween } from '../../store/facts.ts';
import { readRegister } from '../../store/register.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { HEALTH_STATES, healthOf } from '../media/health.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from './area-of.ts';
import { kindName } from './words.ts';

/** Longer failures need no exact count. */
const LOOK_BACK_DAYS = 45;

/** How the collection of each account in operation is doing, in printing order (seeds R01). */
export async function viewAccountHealth(app: App, areaId: string) {
  await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  const { accounts, units } = await readRegister(app.db, areaId);
  const running = accounts.filter((account) => inBaseOn(account, day));
  const ids = running.map((account) => account.id);
  const facts = await factsBetween(app.db, ids, ['account-posts'], instantOf(addDays(day, -LOOK_BACK_DAYS)), instantOf(addDays(day, 1)));
  const byAccount = new Map<string, typeof facts>(ids.map((id) => [id, []]));
  for (const fact of facts) byAccount.get(fact.channelId)?.push(fact);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const rows = running.map((account) => {
    const { state, ...health } = healthOf(account, byAccount.get(account.id) ?? [], day);
    return {
      id: account.id,
      name: account.name,
      platform: { code: account.platform, name: kindName(account.platform) },
      unitName: names.get(account.unitId) ?? account.unitId,
      adapter: account.adapter,
      state: { code: state, name: HEALTH_STATES[state] },
      ...health,
    };
  });
  const counts = Object.entries(HEALTH_STATES).map(([code, name]) => ({
    code,
    name,
    count: rows.filter((row) => row.state.code === code).length,
  }));
  return { day, counts, rows };
}
