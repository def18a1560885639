import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { CATEGORY_CODES, type Category } from '../../../core/category.ts';
import { carryOverState } from '../../../ledger/carry-over.ts';
import { failedInARow } from '../../../ledger/in-a-row.ts';
import { project } from '../../../ledger/project.ts';
import { findPeriod, listVerdicts } from '../../../store/periods.ts';
import { readRegister } from '../../../store/register.ts';
import { type LedgerQuery, listLedger } from '../../../store/views-ledger.ts';
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
/** The same entries by category, over the five. */
const BY_CATEGORY: Partial<Record<Category, number>> = {
  ...{ account_stale: 20, account_zombie: 2, account_duplicate: 1, account_unfiled: 2, account_not_cancelled: 1, account_low_output: 2 },
  ...{ account_navigation: 2, account_poor_upkeep: 3, column_overdue: 28, column_due_soon: 9, column_sparse: 5, broken_link: 8 },
  ...{ image_missing: 2, text_error: 3, serious_misstatement: 2, logic_error: 1, off_topic_content: 1, guide_error: 9 },
  ...{ interpretation_missing: 3, interpretation_forms_short: 4, catalogue_late: 4, catalogue_not_followed: 1, training_not_attended: 1 },
  ...{ ticket_overdue: 1, ticket_low_satisfaction: 1, interaction_poor: 1, service_guide_incomplete: 2, venue_sign_missing: 3 },
  ...{ venue_material_missing: 3, low_volume: 6, not_disclosed: 2, review_lapse: 2, duty_lapse: 2 },
  ...{ carry_over_not_rectified: 2, carry_over_partly_rectified: 3 },
};
type Name = keyof typeof ENTRIES;
const NAMES = Object.keys(ENTRIES) as Name[];
const absent = !existsSync(FOLDER);
if (absent) console.warn('the notices of ../shared/seeds are not here: ledger history from notices is NOT tested');

const AT = '2024-06-01T01:00:00.000Z';
const CHOICES = { sheets: {}, confirmed: [], history: true };
const NARROWED_BY_NOTHING: LedgerQuery = {
  ...{ statuses: [], categories: [], unitIds: [], kinds: [], channelIds: [], words: null, overdue: null },
  ...{ descending: true, limit: 1, offset: 0 },
  sort: 'found',
};
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

  it('P01: all five are 142 entries, and the list narrowed by each category has as many as were printed', async () => {
    const totalOf = async (categories: readonly Category[]): Promise<number> => {
      const asked = { ...NARROWED_BY_NOTHING, categories };
      const totals = await Promise.all(NAMES.map(async (name) => (await listLedger(test.db, areaOf(name), asked)).total));
      return totals.reduce((sum, total) => sum + total, 0);
    };
    expect(await totalOf([])).toBe(142);
    const found = await Promise.all(CATEGORY_CODES.map(async (code) => [code, await totalOf([code])] as const));
    expect(Object.fromEntries(found.filter(([, total]) => total > 0))).toEqual(BY_CATEGORY);
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
