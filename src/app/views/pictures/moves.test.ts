import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { WORLD } from '../../../../tests/support/store-world.ts';
import { addDays } from '../../../core/date.ts';
import { MingchaError } from '../../../core/error.ts';
import { apply } from '../../../ledger/apply.ts';
import { ACTS, type ProblemEvent, ROLES } from '../../../ledger/event.ts';
import { actor, draft, problem } from '../../../ledger/ledger.fixture.ts';
import { isOverdue, projectAsOf } from '../../../ledger/project.ts';
import type { LedgerEntry } from '../../../ledger/reconcile-input.ts';
import { inStock, PROBLEM_STATUS_CODES } from '../../../ledger/status.ts';
import { stockOf } from '../../../ledger/stock.ts';
import { stateAfter } from '../../../ledger/transitions.ts';
import { writeRegister } from '../../../store/register.ts';
import { appendToLedger } from '../../ledger/append.ts';
import type { App } from '../../open.ts';
import { lateOn, stockOfPeriods } from '../stock.ts';

const { county, housing, town, register } = WORLD;
const START = '2022-09-01';

/** A seeded generator, so that a failure can be repeated (mulberry32). */
function random(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Somebody tries everything; what the ledger refuses does not happen. */
function life(seed: number): LedgerEntry {
  const pick = random(seed);
  const unitId = pick(2) === 0 ? housing.id : town.id;
  const p = problem({ areaId: county.id, unitId, channelId: null, fingerprint: `print ${seed}`, firstFoundOn: addDays(START, pick(40)) });
  const events: ProblemEvent[] = [];
  for (let i = 0; i < 90; i += 1) {
    const act = ACTS[pick(ACTS.length)] as (typeof ACTS)[number];
    const role = ROLES[pick(ROLES.length)] as (typeof ROLES)[number];
    const day = events.length === 0 ? p.firstFoundOn : addDays(events.at(-1)?.day ?? START, pick(3));
    try {
      events.push(apply(p, events, draft(act, role, day, { by: actor(role, role === 'unit' ? unitId : null) })));
    } catch (error) {
      if (!(error instanceof MingchaError)) throw error;
    }
  }
  return { problem: p, events };
}

describe('moves of the stock, as the database keeps them', () => {
  let database: TestDatabase;
  let app: App;
  const ledger = Array.from({ length: 120 }, (_, seed) => life(seed)).filter(({ events }) => events.length > 0);
  beforeAll(async () => {
    database = await testDatabase();
    app = { db: database.db } as App;
    await writeRegister(database.db, register);
    // Act by act, as they come in life: what is taken back has been kept before.
    const known = new Map<string, ProblemEvent[]>();
    for (let step = 0; step < 90; step += 1) {
      const next = ledger.flatMap(({ problem: p, events }) => events.slice(step, step + 1).map((event) => ({ problem: p, event })));
      if (next.length === 0) break;
      const before = ledger.map(({ problem: p }) => ({ problem: p, events: known.get(p.id) ?? [] }));
      if (step === 0) await appendToLedger(database.db, [], { opened: next });
      else await appendToLedger(database.db, before, { events: next.map(({ event }) => event) });
      for (const { problem: p, event } of next) known.set(p.id, [...(known.get(p.id) ?? []), event]);
    }
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
    expect(ledger.some(({ events }) => events.some(({ act }) => act === 'undone'))).toBe(true);
  });
});
