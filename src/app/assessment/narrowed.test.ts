import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { keepLives, random, randomLedger } from '../../../tests/support/random-ledger.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { addDays } from '../../core/date.ts';
import { lateEntries, overdueEntries, recheckEntries } from '../../ledger/assessment/ledger-entries.ts';
import { selfFoundEntries } from '../../ledger/assessment/prompt-entries.ts';
import type { AssessmentItem } from '../../ledger/assessment/scheme.ts';
import { carryOverState } from '../../ledger/carry-over.ts';
import { ACTS } from '../../ledger/event.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { PROBLEM_STATUS_CODES, STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import type { Span } from '../../ledger/stock.ts';
import { stoodIn } from '../../ledger/stood.ts';
import { actsInto } from '../../ledger/transitions.ts';
import { problemsBearing, problemsSetAside } from '../../store/ledger-parts.ts';
import { writeRegister } from '../../store/register.ts';
import { problemsStood } from '../../store/stood.ts';
import { ledgerOf } from '../ledger/entries.ts';
import { dismissedBy } from '../periods/dismissed.ts';

const { county, housing, town, site, account, register } = WORLD;
const AREA = county.id;
const FIRST = '2021-11-01';
const LIVES = 160;
const WHERE = {
  ...{ areaId: AREA, unitIds: [housing.id, town.id], channelIds: [site.id, account.id, null], from: FIRST },
  ...{ attempts: 60, stride: 9, places: 110 },
};
const ITEM: AssessmentItem = {
  id: 'i',
  name: '项',
  base: 0,
  effect: 'deduct',
  source: 'hand',
  points: 1,
  milder: 1,
  cap: null,
  weights: {},
};
const ALL = { rechecks: true, late: true, selfFound: true };

let database: TestDatabase;
const ledger = randomLedger(LIVES, WHERE);

/** Days and spans within the lives, by a seed of their own. */
const pick = random(20221122);
const someDay = () => addDays(FIRST, pick(420));
const spans = new Map<string, Span>(
  Array.from({ length: 20 }, (_, i): [string, Span] => {
    const after = someDay();
    return [`span ${i}`, { after: i % 8 === 0 ? null : after, cutoff: addDays(after, pick(90)) }];
  }),
);

beforeAll(async () => {
  database = await testDatabase();
  await writeRegister(database.db, register);
  await keepLives(database.db, ledger);
}, 30_000);
afterAll(() => database?.drop());

const idsOf = (entries: readonly LedgerEntry[]): string[] => entries.map(({ problem: { id } }) => id).toSorted();

describe('what is read of a ledger instead of the whole of it', () => {
  it('problems that stood in a span: those that the ledger finds over whole histories', async () => {
    const channels = [site.id, account.id];
    const wanted = [...spans.keys()].flatMap((spanId) => channels.map((channelId) => ({ spanId, channelId })));
    const rows = await problemsStood(database.db, AREA, spans, { wanted, open: STOCK_STATUSES });
    let found = 0;
    for (const { spanId, channelId } of wanted) {
      const said = rows.filter((row) => row.spanId === spanId && row.channelId === channelId).map(({ problemId }) => problemId);
      const stood = ledger.filter((entry) => entry.problem.channelId === channelId && stoodIn(entry, spans.get(spanId) as Span));
      expect(said.toSorted(), `${spanId} ${channelId}`).toEqual(idsOf(stood));
      found += said.length;
    }
    expect(found).toBeGreaterThan(100);
  });

  it('problems that bear on a year: the same entries, for all units and for one', async () => {
    const counted = { rechecks: 0, overdue: 0, late: 0, selfFound: 0 };
    for (let i = 0; i < 16; i += 1) {
      const from = someDay();
      const days = { from, to: addDays(from, pick(150)) };
      for (const units of [null, [town.id]]) {
        const waiting = PROBLEM_STATUS_CODES.filter(waitsForUnit);
        const ids = await problemsBearing(database.db, AREA, { ...days, units, asked: ALL, waiting });
        const part = await ledgerOf(database.db, AREA, { ids });
        const whole = ledger.filter(({ problem }) => units === null || units.includes(problem.unitId));
        for (const [name, entriesOf] of [
          ['rechecks', recheckEntries],
          ['overdue', overdueEntries],
          ['late', lateEntries],
          ['selfFound', selfFoundEntries],
        ] as const) {
          const expected = entriesOf(whole, ITEM, days);
          expect(byId(entriesOf(part, ITEM, days)), `${name} ${days.from} ${days.to}`).toEqual(byId(expected));
          counted[name] += expected.length;
        }
        expect(part.length).toBeLessThan(whole.length);
      }
    }
    for (const [name, count] of Object.entries(counted)) expect(count, name).toBeGreaterThan(0);
  });

  it('problems set aside or carried over: the same findings dismissed, the same state of every channel', async () => {
    const told = { dismissed: 0, carried: 0 };
    for (const [i, { after, cutoff }] of [...spans.values()].entries()) {
      const last = (after ?? cutoff).slice(0, 7);
      const all = [...new Set(ledger.map(({ problem }) => problem.fingerprint))];
      const fingerprints = all.filter((_, n) => n % 5 === i % 5);
      const ids = await problemsSetAside(database.db, AREA, { carriedIn: last, fingerprints });
      const part = await ledgerOf(database.db, AREA, { ids });
      const [inPart, inWhole] = [dismissedBy(part, cutoff), dismissedBy(ledger, cutoff)];
      const day = addDays(cutoff, -pick(60));
      for (const fingerprint of fingerprints) {
        const expected = inWhole({ fingerprint }, { day });
        expect(inPart({ fingerprint }, { day }), `${i} ${fingerprint} ${day}`).toBe(expected);
        if (expected) told.dismissed += 1;
      }
      for (const channelId of [site.id, account.id, null]) {
        const of = (entries: readonly LedgerEntry[]) => entries.filter(({ problem }) => problem.channelId === channelId);
        const expected = carryOverState(of(ledger), last, { after, cutoff });
        const { state, ...ids } = carryOverState(of(part), last, { after, cutoff });
        expect([state, sorted(ids)]).toEqual([expected.state, sorted(expected)]);
        if (expected.state !== 'none') told.carried += 1;
      }
    }
    expect(told.dismissed).toBeGreaterThan(20);
    expect(told.carried).toBeGreaterThan(0);
  });

  it('after which acts the next move may be the unit’s, as the table of transitions has it', async () => {
    const never = new Set(actsInto((status) => !waitsForUnit(status)));
    const { rows } = await sql<{ act: string; may: boolean }>`
      select act, may_wait_after(act) as may from unnest(${[...ACTS]}::text[]) act`.execute(database.db);
    // What a unit or another finds first waits for nobody; `found` never comes after a hand-over.
    for (const { act, may } of rows.filter((row) => row.act !== 'found')) expect(may, act).toBe(!never.has(act as never));
  });
});

const byId = <E extends { id: string }>(entries: readonly E[]): E[] => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const sorted = ({ fixed, open, unverified }: { fixed: readonly string[]; open: readonly string[]; unverified: readonly string[] }) =>
  [fixed, open, unverified].map((ids) => ids.toSorted());
