import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { carryOverState } from '../../../ledger/carry-over.ts';
import { failedInARow } from '../../../ledger/in-a-row.ts';
import { project } from '../../../ledger/project.ts';
import { findPeriod, listVerdicts } from '../../../store/periods.ts';
import { readRegister } from '../../../store/register.ts';
import { listLedger } from '../../../store/views-ledger.ts';
import { ledgerOf } from '../../ledger/entries.ts';
import { outcomeOf } from '../../periods/history.ts';
import { importFile } from '../import-file.ts';
import type { ImportReport } from '../import-report.ts';
import { undoImport } from '../undo-import.ts';

const FOLDER = new URL('../../../../../shared/seeds/data/', import.meta.url);
/** Entries of each notice: 142 in all (seeds P01). */
const ENTRIES = {
  'cangxi-2020-q1': 33,
  'langxi-2022-12': 28,
  'shiquan-2023-q1': 25,
  'xiangtan-2022-q3': 19,
  'xinfeng-2024-04': 37,
} as const;
type Name = keyof typeof ENTRIES;
const NAMES = Object.keys(ENTRIES) as Name[];
const absent = !existsSync(FOLDER);
if (absent) console.warn('the notices of ../shared/seeds are not here: ledger history from notices is NOT tested');

const AT = '2024-06-01T01:00:00.000Z';
const CHOICES = { sheets: {}, confirmed: [], history: true };
const NARROWED_BY_NOTHING = {
  ...{ statuses: [], categories: [], unitIds: [], kinds: [], channelIds: [], words: null, overdue: null },
  ...{ sort: 'found', descending: true, limit: 1, offset: 0 },
} as const;
const bytesOf = (name: Name) => new Uint8Array(readFileSync(new URL(`${name}.json`, FOLDER)));
const printed = (name: Name) =>
  JSON.parse(Buffer.from(bytesOf(name)).toString()) as {
    problems: { category: string; unit: string | null; recurrenceOf: string | null }[];
  };

describe.skipIf(absent)('ledger history from the five notices', () => {
  let test: TestDatabase;
  const reports = new Map<Name, ImportReport>();
  const load = (name: Name, at = AT) => importFile({ db: test.db, fileName: `${name}.json`, bytes: bytesOf(name), at, choices: CHOICES });
  const areaOf = (name: Name) => (reports.get(name) as ImportReport).areaId;
  const ledger = (name: Name) => ledgerOf(test.db, areaOf(name));

  beforeAll(async () => {
    test = await testDatabase();
    for (const name of NAMES) reports.set(name, await load(name));
  });
  afterAll(() => test?.drop());

  it.each(NAMES)('%s: one entry per printed problem, by category as printed, each with its source', async (name) => {
    const entries = await ledger(name);
    const counts = (categories: readonly string[]) =>
      Object.fromEntries([...new Set(categories)].sort().map((one) => [one, categories.filter((other) => other === one).length]));
    expect(entries).toHaveLength(ENTRIES[name]);
    expect(counts(entries.map(({ problem }) => problem.category))).toEqual(counts(printed(name).problems.map(({ category }) => category)));
    for (const { events } of entries)
      expect(events[0]?.data).toMatchObject({ document: reports.get(name)?.fileHash, import: reports.get(name)?.importId });
  });

  it('holds what names no unit, restates or only warns against nobody, and leaves to a person what contradicts itself', async () => {
    for (const name of NAMES) {
      const entries = await ledger(name);
      const withdrawn = entries.filter(({ events }) => project(events).status === 'withdrawn').length;
      const apart = printed(name).problems.filter(
        ({ unit, category }) => unit === null || /^carry_over|^column_due_soon$/.test(category),
      ).length;
      expect([name, withdrawn]).toEqual([name, apart]);
    }
    const suspected = (await ledger('cangxi-2020-q1')).filter(({ events }) => project(events).status === 'suspected');
    expect(suspected.map(({ problem }) => problem.measured.printedLastUpdate)).toEqual(['2020-02-11']);
  });

  it('P12: 苍溪: six second sightings are linked to their first, which was fixed before', async () => {
    const entries = await ledger('cangxi-2020-q1');
    const linked = entries.filter(({ problem }) => problem.recurrenceOf !== null);
    expect(linked).toHaveLength(6);
    const { total } = await listLedger(test.db, areaOf('cangxi-2020-q1'), { ...NARROWED_BY_NOTHING, recurred: true });
    expect(total, 'counted in the ledger').toBe(6);
    for (const { problem } of linked) {
      const first = entries.find((entry) => entry.problem.id === problem.recurrenceOf);
      expect(first && project(first.events).status).toBe('closed');
      expect(String(first && project(first.events).closedOn) <= problem.firstFoundOn).toBe(true);
    }
  });

  it('郎溪: the next month knows what was carried over, and counts failures in a row from here', async () => {
    const areaId = areaOf('langxi-2022-12');
    const entries = await ledger('langxi-2022-12');
    const carried = entries.filter(({ events }) => project(events).carriedPeriods.includes('2022-12'));
    expect(carried.map(({ problem }) => problem.category)).toEqual(Array(15).fill('column_overdue'));
    expect(carried.every(({ events }) => project(events).check === 'column-overdue')).toBe(true);
    const period = await findPeriod(test.db, areaId, '2022-12');
    expect(period?.cutoff).toBe('2022-12-27');
    const verdicts = await listVerdicts(test.db, areaId, '2022-12');
    const count = (verdict: string) => verdicts.filter((row) => row.verdict === verdict).length;
    expect([count('no_problem'), count('pass'), count('fail')]).toEqual([32, 47, 5]);
    // January: nothing rechecked yet, so nothing may be said; with the deadlines past and looked at, the carry-over is there.
    const [failed] = verdicts.filter((row) => row.verdict === 'fail');
    const history = [{ period: '2022-12', outcome: outcomeOf('fail') }];
    expect(failedInARow([...history, { period: '2023-01', outcome: 'failed' }], '2023-01')).toBe(2);
    const mine = entries.filter(({ problem }) => problem.channelId === failed?.channelId);
    expect(carryOverState(mine, '2022-12', { after: '2022-12-27', cutoff: '2023-01-27' }).state).toBe('undecided');
  });

  it('a second time adds nothing, and undoing takes all of it back', async () => {
    const name = 'xinfeng-2024-04';
    const again = await load(name, '2024-06-02T01:00:00.000Z');
    expect(again.sheets.map(({ added, changed }) => [added, changed])).toEqual(again.sheets.map(() => [0, 0]));
    const first = reports.get(name) as ImportReport;
    const undone = await undoImport(test.db, first.areaId, first.importId, '2024-06-03T01:00:00.000Z');
    expect(undone.problems).toBe(37);
    expect(await ledger(name)).toEqual([]);
    const { units, sites, columns, accounts } = await readRegister(test.db, first.areaId);
    expect([units, sites, columns, accounts]).toEqual([[], [], [], []]);
    reports.set(name, await load(name, '2024-06-04T01:00:00.000Z'));
    expect(await ledger(name)).toHaveLength(37);
  });
});
