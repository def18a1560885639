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
import { insertJudgement } from '../../store/judgements.ts';
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
import { changedSinceIssue } from './outdated.ts';
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

  /** A month that is closed, and whose notice goes out, on its cut-off day; then something is struck off on that day. */
  async function closedOnTheDay(): Promise<void> {
    const drafted = async (month: string): Promise<Notice> => {
      const choice = { title: `${month}通报`, signedDate: today };
      const asked = { areaId: AREA, periodId: month, template: 'monthly-monitoring', choice };
      return noticeOf(await draftAsked(app, asked, { by: OFFICE, at: app.now() }));
    };
    today = '2023-01-20';
    const said = '“整治站位”应为“政治站位”（《要闻》等9个页面）';
    const places = { areaId: AREA, unitId: housing.id, channelId: site.id } as const;
    const typo = problem({ ...places, fingerprint: 'typo', text: said, category: 'text_error', measured: {}, firstFoundOn: today });
    const fixed = problem({ ...places, fingerprint: 'fixed', text: '领导简介写错', measured: {}, firstFoundOn: today });
    const event = (p: Problem): ProblemEvent => apply(p, [], draftOf('found', 'machine', today, { at: instantOf(today, '09:00') }));
    await appendToLedger(app.db, [], { opened: [typo, fixed].map((p) => ({ problem: p, event: event(p) })) });
    const own = (entry: LedgerEntry, p: Problem): boolean => entry.problem.id === p.id;
    await act((entry) => (project(entry.events).status === 'suspected' ? attempt(entry, 'confirmed', 'office') : []));
    today = '2023-01-24';
    // A later look counts ten pages.
    const found = { level: 'problem', category: 'text_error', place: { type: 'site', id: site.id, label: '要闻', url: null } } as const;
    const look = {
      channelId: site.id,
      subjectType: 'site',
      subjectId: site.id,
      checkId: 'typo',
      checkVersion: 1,
      clause: 'x',
      sheet: 's',
    } as const;
    await insertJudgement(app.db, { id: 'ten', areaId: AREA, day: today, sheet: 's', digest: 'd', madeAt: app.now() }, [
      {
        ...{ ...look, day: today, verdict: 'fail', reason: null, measured: {} },
        findings: [{ ...found, fingerprint: 'typo', evidence: ['e'], text: said.replace('9个', '10个'), measured: {} }],
      },
    ]);
    await act((entry) => (own(entry, fixed) ? attempt(entry, 'rechecked_fixed', 'machine') : []));
    today = '2023-01-25';
    await closePeriod(app, AREA, '2023-01', { cutoff: today, day: today, at: app.now(), by: OFFICE });
    const notice = await drafted('2023-01');
    const { document } = await workingDraft(app, notice);
    const sites = document.attachments.find(({ table }) => table.id === 'sites')?.table;
    expect(
      sites?.rows.map(({ cells }) => cells.problems),
      'the words that were confirmed',
    ).toEqual([expect.stringContaining(said)]);
    expect(JSON.stringify(sites?.notes), 'and why the list has more').toContain('已整改或者截止日后已销号、豁免的');
    expect(auditDocument(document, notice.snapshot).filter(({ kind }) => kind === 'same-problem')).toEqual([]);
    await issueNotice(app.db, notice.id, app.now(), null);
    expect(await changedSinceIssue(app, AREA, '2023-01')).toEqual([]);

    await act((entry) => (own(entry, fixed) ? attempt(entry, 'closed', 'office') : []));
    const { closing, closed } = notice.snapshot.stock;
    const { stock } = await viewOverview(app, AREA, '2023-01', WHOLE_AREA);
    expect(stock).toMatchObject({ closing: closing - 1, closed: closed + 1 });
    expect(await changedSinceIssue(app, AREA, '2023-01'), 'its pages say so').toMatchObject([
      {
        ...{ id: notice.id, changed: 0 },
        stock: [
          { name: '减少', printed: closed, now: closed + 1 },
          { name: '期末', printed: closing, now: closing - 1 },
        ],
      },
    ]);
    today = '2023-02-25';
    await closePeriod(app, AREA, '2023-02', { cutoff: today, day: today, at: app.now(), by: OFFICE });
    const next = await drafted('2023-02');
    const told = (await workingDraft(app, next)).document.body.find(({ id }) => id === 'overview.stock');
    expect(next.snapshot.stockEntries, 'and so does the next notice').toMatchObject({
      'before.closed': [fixed.id],
      'before.withdrawn': [],
    });
    expect(JSON.stringify(told)).toContain('，其后销号');
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
    await closedOnTheDay();
    for (const { id, words } of issued) expect(JSON.stringify((await workingDraft(app, await noticeOf(id))).document)).toBe(words);
  });
});
