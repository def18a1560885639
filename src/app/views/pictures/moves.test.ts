import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { keepLives, randomLedger } from '../../../../tests/support/random-ledger.ts';
import { WORLD } from '../../../../tests/support/store-world.ts';
import { ACTS, ROLES } from '../../../ledger/event.ts';
import { isOverdue, projectAsOf } from '../../../ledger/project.ts';
import { inStock, PROBLEM_STATUS_CODES } from '../../../ledger/status.ts';
import { stockOf } from '../../../ledger/stock.ts';
import { stateAfter } from '../../../ledger/transitions.ts';
import { writeRegister } from '../../../store/register.ts';
import type { App } from '../../open.ts';
import { lateOn, stockOfPeriods } from '../stock.ts';

const { county, housing, town, register } = WORLD;
const WHERE = {
  ...{ areaId: county.id, unitIds: [housing.id, town.id], channelIds: [null], from: '2022-09-01' },
  ...{ attempts: 90, stride: 3, places: 1000 },
};

describe('moves of the stock, as the database keeps them', () => {
  let database: TestDatabase;
  let app: App;
  const ledger = randomLedger(120, WHERE);
  beforeAll(async () => {
    database = await testDatabase();
    app = { db: database.db } as App;
    await writeRegister(database.db, register);
    await keepLives(database.db, ledger);
  });
  afterAll(() => database.drop());

  it('knows of every act what the table of transitions says', async () => {
    const { rows } = await sql<{ act: string; role: string; seq: number; inside: boolean | null }>`
      select act, role, seq, in_stock_after(act, role, seq) as inside
      from unnest(${[...ACTS]}::text[]) act, unnest(${[...ROLES]}::text[]) role, unnest(array[1, 2]) seq`.execute(database.db);
    const said = new Map(rows.map(({ act, role, seq, inside }) => [`${act} ${role} ${seq}`, inside]));
    for (const act of ACTS.filter((one) => one !== 'undone'))
      for (const role of ROLES)
        for (const from of ['new', ...PROBLEM_STATUS_CODES] as const) {
          const to = stateAfter(from, act, role);
          if (to === null) continue;
          const was = from !== 'new' && inStock(from);
          expect(said.get(`${act} ${role} ${from === 'new' ? 1 : 2}`) ?? was, `${from} ${act} ${role}`).toBe(inStock(to));
        }
  });

  it('adds up to what the ledger itself counts, for every span', async () => {
    const cutoffs = ['2022-09-12', '2022-10-05', '2022-10-25', '2022-11-20', '2023-03-01'];
    const periods = cutoffs.map((cutoff) => ({ id: cutoff, cutoff }));
    const stocks = await stockOfPeriods(app, county.id, periods);
    const own = await stockOfPeriods(app, county.id, periods, { units: [town.id], categories: null });
    const none = await stockOfPeriods(app, county.id, periods, { units: null, categories: ['typo'] });
    for (const [i, cutoff] of cutoffs.entries()) {
      const { total, byUnit } = stockOf(ledger, { after: cutoffs[i - 1] ?? null, cutoff });
      expect({ ...stocks.get(cutoff) }).toEqual({ ...total, closedAs: undefined });
      expect({ ...own.get(cutoff) }).toEqual({ ...byUnit.get(town.id), closedAs: undefined });
      expect(none.get(cutoff)).toEqual({ opening: 0, found: 0, reopened: 0, closed: 0, closing: 0 });
      const late = ledger.filter(({ events }) => {
        const state = projectAsOf(events, cutoff);
        return state !== null && isOverdue(state, cutoff);
      });
      expect(await lateOn(app, county.id, cutoff)).toBe(late.length);
    }
    for (const key of ['opening', 'found', 'reopened', 'closed', 'closing'] as const)
      expect(
        [...stocks.values()].some((stock) => stock[key] > 0),
        key,
      ).toBe(true);
    for (const act of ['undone', 'uncarried']) expect(ledger.some(({ events }) => events.some((event) => event.act === act))).toBe(true);
  });
});
