import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICE } from '../../../tests/support/assessed-year.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { random } from '../../../tests/support/random-ledger.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { apply } from '../../ledger/apply.ts';
import { ACTS, type Act, type Problem, type ProblemEvent, ROLES } from '../../ledger/event.ts';
import { actor, draft as draftOf, problem } from '../../ledger/ledger.fixture.ts';
import { isOverdue, project, projectAsOf } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { inStock, STOCK_STATUSES } from '../../ledger/status.ts';
import { auditDocument } from '../../notice/audit/audit.ts';
import { findEdits } from '../../store/notice-edits.ts';
import { findNotice, issueNotice, type Notice } from '../../store/notices.ts';
import { writeRegister } from '../../store/register.ts';
import { listLedger } from '../../store/views-ledger.ts';
import { writeAreaSettings } from '../area-settings.ts';
import { appendToLedger } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { closePeriod } from '../periods/close-period.ts';
import { viewUnitStocks } from '../rectify/unit-stocks.ts';
import { viewOverview } from '../views/overview.ts';
import { viewTrends } from '../views/pictures/trends.ts';
import { viewWhatIf } from '../what-if/period-what-if.ts';
import { draftAsked } from './draft-asked.ts';
import { requireListStands } from './hand-over-list.ts';
import { refreshDraft } from './refresh-draft.ts';
import { workingDraft } from './working-draft.ts';

const { county, housing, town, site, account, register } = WORLD;
const AREA = county.id;
/** Nobody closed November. */
const MONTHS = ['2022-09', '2022-10', '2022-12'];
const UNITS = [
  { unitId: housing.id, channelId: site.id },
  { unitId: town.id, channelId: account.id },
  { unitId: town.id, channelId: null },
];
/** What a closing writes is not tried. */
const TRIED = ACTS.filter((act) => !['found', 'carried_over', 'uncarried', 'undone', 'merged'].includes(act));
const LISTED = { categories: [], unitIds: [], kinds: [], channelIds: [], words: null, overdue: null, sort: 'found' } as const;
const KEYS = ['opening', 'found', 'reopened', 'closed', 'closing'] as const;

describe('one world, seen from everywhere', () => {
  let database: TestDatabase;
  let app: App;
  let today: CalendarDate = '2022-08-26';
  let found = 0;
  const pick = random(11);
  const oneOf = <T>(values: readonly T[]): T => values[pick(values.length)] as T;

  beforeAll(async () => {
    database = await testDatabase();
    app = { db: database.db, now: () => instantOf(today, '20:00') } as App;
    await writeRegister(app.db, register);
    await writeAreaSettings(app.db, AREA, { profile: 'langxi' });
  });
  afterAll(() => database?.drop());

  /** Somebody tries something; what the ledger refuses does not happen. */
  function attempt({ problem: p, events }: LedgerEntry, act: Act, role = oneOf(ROLES)): ProblemEvent[] {
    const by = actor(role, role === 'unit' ? p.unitId : null);
    try {
      return [apply(p, events, draftOf(act, role, today, { by, at: instantOf(today, '10:00') }))];
    } catch (error) {
      if (error instanceof MingchaError) return [];
      throw error;
    }
  }
  async function act(chosen: (entry: LedgerEntry) => ProblemEvent[]): Promise<number> {
    const ledger = await ledgerOf(app.db, AREA);
    const events = ledger.flatMap(chosen);
    await appendToLedger(app.db, ledger, { events });
    return events.length;
  }
  async function live(): Promise<void> {
    const opened = Array.from({ length: 1 + pick(4) }, (): { problem: Problem; event: ProblemEvent } => {
      const p = problem({ areaId: AREA, ...oneOf(UNITS), fingerprint: `f${++found}`, text: `第${found}处有错`, firstFoundOn: today });
      const role = oneOf(['office', 'machine', 'third_party'] as const);
      const data = role === 'machine' ? {} : { data: {} };
      return { problem: p, event: apply(p, [], draftOf('found', role, today, { ...data, at: instantOf(today, '09:00') })) };
    });
    await appendToLedger(app.db, [], { opened });
    await act((entry) => (pick(2) === 0 ? attempt(entry, oneOf(TRIED)) : []));
  }
  /** Of what stood at a cut-off some are taken back. */
  const takeBack = (cutoff: CalendarDate, most: number): Promise<number> => {
    let left = most;
    return act((entry) => {
      const then = projectAsOf(entry.events, cutoff);
      if (left === 0 || !then || !inStock(then.status)) return [];
      const events = attempt(entry, 'withdrawn', 'office');
      left -= events.length;
      return events;
    });
  };
  const noticeOf = async (id: string): Promise<Notice> => (await findNotice(app.db, id)) as Notice;

  /** Everything that says how the period stands says the same. */
  async function compare(id: string, month: string, cutoff: CalendarDate, before: readonly string[] | null): Promise<void> {
    const notice = await noticeOf(id);
    const { snapshot } = notice;
    const { document } = await workingDraft(app, notice);
    const entries = snapshot.stockEntries as NonNullable<typeof snapshot.stockEntries>;
    const listed = document.attachments.find(({ table }) => table.id === 'problem-list')?.table.rows.flatMap(({ from }) => from) ?? [];
    expect(listed.toSorted(), '问题清单 is the closing stock').toEqual(entries.closing.toSorted());
    if (before) expect(entries.opening.toSorted(), 'it begins as the one before ended').toEqual(before.toSorted());
    expect(auditDocument(document, snapshot).filter(({ severity }) => severity !== 'warns')).toEqual([]);
    const figure = (name: string): number => document.figures.find((one) => one.id === name)?.value ?? 0;
    const counts = Object.fromEntries(KEYS.map((key) => [key, snapshot.stock[key]]));
    expect(['list.now', 'list.already', 'list.fixed', 'list.since'].reduce((sum, one) => sum + figure(one), 0)).toBe(counts.closing);
    const out = figure('stock.closed') + figure('stock.withdrawn') + figure('stock.exempted');
    expect([figure('stock.opening'), figure('stock.found'), figure('stock.reopened'), out, figure('stock.closing')]).toEqual(
      KEYS.map((key) => counts[key]),
    );

    const { stock, kinds } = await viewOverview(app, AREA, month, WHOLE_AREA);
    expect(stock, 'overview').toMatchObject({ ...counts, balanced: true });
    const { rows: units, from } = await viewUnitStocks(app, AREA, { month, scope: WHOLE_AREA });
    expect(from <= `${month}-01`, 'the span that is told takes in the month').toBe(true);
    const sum = (key: (typeof KEYS)[number]): number => units.reduce((n, row) => n + row[key], 0);
    expect(Object.fromEntries(KEYS.map((key) => [key, sum(key)])), '存量台账').toEqual(counts);
    const trend = (await viewTrends(app, AREA, WHOLE_AREA, 'month')).rows.find((row) => row.id === month)?.reckoned;
    expect(trend, 'trends').toMatchObject(counts);
    const page = { statuses: [], descending: true, limit: 500, offset: 0 };
    const standing = await listLedger(app.db, AREA, { ...LISTED, ...page, stockOn: { day: cutoff, open: STOCK_STATUSES } });
    expect(standing.rows.map((row) => row.id).toSorted(), 'the ledger on that day').toEqual(entries.closing.toSorted());

    const ledger = await ledgerOf(app.db, AREA);
    const late = ledger.filter(({ events }) => {
      const then = projectAsOf(events, cutoff);
      return then !== null && isOverdue(then, cutoff);
    });
    expect(stock?.overdue).toBe(late.length);
    const gone = ledger.filter(({ events }) => project(events).status === 'withdrawn').map((entry) => entry.problem.text);
    const told = JSON.stringify([snapshot.channels, snapshot.problems, document]);
    expect(gone.filter((text) => told.includes(`${text}"`))).toEqual([]);

    const tally = { no_problem: 0, pass: 0, fail: 0, undecided: 0 };
    for (const { inBase, verdict } of snapshot.channels) if (inBase) tally[verdict] += 1;
    const seen = { no_problem: 0, pass: 0, fail: 0, undecided: 0 };
    for (const kind of kinds) for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += kind.tally[key];
    expect(seen, 'results on the overview').toEqual(tally);
    const { variants } = await viewWhatIf(app, AREA, { periodId: month, check: 'home-stale', days: [14] });
    expect(variants[0]?.verdicts, 'what if nothing were changed').toEqual(tally);
  }

  it('every number of a period is the same in its notice, its list, overview, statistics, ledger and what-if', async () => {
    let before: readonly string[] | null = null;
    const issued: { id: string; words: string }[] = [];
    const told = { early: 0, late: 0, refused: 0, withdrawn: 0 };
    for (const month of MONTHS) {
      const cutoff = `${month}-25`;
      for (; today < cutoff; today = addDays(today, 3)) await live();
      today = cutoff;
      await act((entry) =>
        project(entry.events).status === 'suspected' ? attempt(entry, pick(3) ? 'confirmed' : 'rejected', 'office') : [],
      );
      today = `${month}-26`;
      await live();
      if (pick(3) > 0) told.early += await takeBack(cutoff, 1);
      await closePeriod(app, AREA, month, { cutoff, day: today, at: app.now(), by: OFFICE });
      today = `${month}-27`;
      await live();
      told.late += await takeBack(cutoff, 2);
      const choice = { title: `${month}通报`, signedDate: today };
      const id = await draftAsked(
        app,
        { areaId: AREA, periodId: month, template: 'monthly-monitoring', choice },
        { by: OFFICE, at: app.now() },
      );
      await compare(id, month, cutoff, before);

      today = `${month}-28`;
      told.late += await takeBack(cutoff, 1);
      const draft = await noticeOf(id);
      await expect(requireListStands(app, draft, (await workingDraft(app, draft)).document)).rejects.toMatchObject({ code: 'refused' });
      told.refused += 1;
      await live();
      const version = (await findEdits(app.db, id))?.version ?? 0;
      await refreshDraft(app, draft, { version, by: OFFICE, at: app.now() });
      await compare(id, month, cutoff, before);
      await issueNotice(app.db, id, app.now(), null);
      const { snapshot } = await noticeOf(id);
      before = snapshot.stockEntries?.closing ?? [];
      told.withdrawn += snapshot.stockEntries?.withdrawn?.length ?? 0;
      issued.push({ id, words: JSON.stringify((await workingDraft(app, await noticeOf(id))).document) });
    }
    expect(told).toMatchObject({ refused: MONTHS.length });
    expect([told.late > 5, told.withdrawn > told.late, (before?.length ?? 0) > 5]).toEqual([true, true, true]);
    for (const { id, words } of issued) expect(JSON.stringify((await workingDraft(app, await noticeOf(id))).document)).toBe(words);
  });
});
