import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { keepLives, random, randomLedger } from '../../../tests/support/random-ledger.ts';
import { homeFact, observation, WORLD } from '../../../tests/support/store-world.ts';
import type { Observation } from '../../checks/observation.ts';
import { runChecks } from '../../checks/run.ts';
import { addDays, instantOf } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
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
import { judgeChannel } from '../../sheets/judge-channel.ts';
import { loadSheets } from '../../sheets/load.ts';
import { sheetFor } from '../../sheets/resolve.ts';
import { lookedAtBy } from '../../store/column-looks.ts';
import { insertFacts } from '../../store/facts.ts';
import { insertJudgement } from '../../store/judgements.ts';
import { problemsBearing, problemsSetAside, scoredProblems } from '../../store/ledger-parts.ts';
import { observationsBearing, observationsBetween } from '../../store/period-observations.ts';
import { writeRegister } from '../../store/register.ts';
import { problemsStood } from '../../store/stood.ts';
import type { Column } from '../../subjects/column.ts';
import { withAnswers } from '../cards/answers.ts';
import { endOfDay, factsForDay, SPAN_DAYS } from '../judge/facts-for-day.ts';
import { factsForDays } from '../judge/facts-for-days.ts';
import { rulesFor } from '../judge/rules.ts';
import { ledgerOf } from '../ledger/entries.ts';
import { dismissedBy } from '../periods/dismissed.ts';
import { homeFactsFor } from '../what-if/home-facts.ts';

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
});
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
        const part = await scoredProblems(database.db, ids);
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

describe('what is read of observations and facts instead of all of them', () => {
  const from = '2022-12-01';
  const days = Array.from({ length: 9 }, (_, i) => addDays(from, i));
  const channelIds = [site.id, account.id, 'c3', 'c4', 'c5', 'c6'];
  const CHECKS = ['column-overdue DD-1.7', 'column-due-soon DD-1.7', 'site-unreachable SV-1', 'home-stale SV-3', 'account-stale MV-2.1'];
  const VERDICTS = ['pass', 'pass', 'pass', 'fail', 'not-run', 'cannot-tell', 'not-applicable'] as const;

  function randomObservation(day: string, channelId: string, [checkId, clause]: string[], subjectId: string): Observation {
    const verdict = VERDICTS[pick(VERDICTS.length)] as (typeof VERDICTS)[number];
    const level = verdict === 'fail' ? 'problem' : 'warning';
    const category = verdict === 'fail' ? 'column_overdue' : 'column_due_soon';
    const place = { type: 'column' as const, id: subjectId, label: subjectId, url: null };
    const rest = { fingerprint: `${subjectId} ${pick(3)}`, text: '超期', measured: { lastUpdate: null }, evidence: [], place };
    const findings = verdict === 'fail' || (verdict === 'pass' && pick(3) === 0) ? [{ level, category, ...rest } as const] : [];
    const reason = verdict === 'not-run' ? 'blocked' : verdict === 'cannot-tell' ? 'needs-person' : null;
    return observation(subjectId, { channelId, checkId: checkId as string, clause: clause as string, day, verdict, reason, findings });
  }

  it('observations that bear on a result: the same judgement of every channel', async () => {
    for (const [n, day] of days.entries())
      for (const madeAt of pick(3) === 0 ? ['08', '20'] : ['09']) {
        // The last two leave before the end, and one of them with its cards only.
        const here = channelIds.filter((_, i) => i < 4 || n < 9 - i);
        const rows = here.flatMap((channelId) =>
          CHECKS.flatMap((check) =>
            ['s1', 's2', 's3', 's4']
              .filter(() => pick(6) > 0)
              .map((subject) => randomObservation(day, channelId, check.split(' '), subject)),
          ),
        );
        const judgement = {
          areaId: AREA,
          id: `j ${day} ${madeAt}`,
          day,
          sheet: 'langxi-2022@1',
          digest: 'd',
          madeAt: `${day}T${madeAt}:00:00.000Z`,
        };
        await insertJudgement(database.db, judgement, [...rows, { ...rows[0], checkId: 'card:x', channelId: 'c6' } as Observation]);
      }
    const seen = new Set<string>();
    for (const profile of ['langxi', 'national']) {
      const sheet = sheetFor(loadSheets(), profile, '2022-12-09');
      for (const until of days.slice(3)) {
        const whole = await observationsBetween(database.db, AREA, addDays(from, -1), until);
        const part = await observationsBearing(database.db, AREA, { after: addDays(from, -1), until, channelIds });
        for (const channelId of channelIds)
          for (const kind of ['disclosure_site', 'account'] as const) {
            const { reasons, ...expected } = judgeChannel(sheet, kind, withAnswers(whole.get(channelId)), 'none');
            const { reasons: said, ...judged } = judgeChannel(sheet, kind, withAnswers(part.get(channelId)), 'none');
            expect(shuffled(judged), `${until} ${channelId} ${kind}`).toEqual(shuffled(expected));
            expect(said.length > 0).toBe(reasons.length > 0);
            seen.add(judged.verdict);
          }
        expect([...part.values()].flat().length).toBeLessThan([...whole.values()].flat().length);
      }
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  it('facts of several days: those of each day asked by itself', async () => {
    const kinds = new Set(['home', 'account-posts', 'column-list'] as const);
    const facts = Array.from({ length: 120 }, (_, i) =>
      homeFact(instantOf(addDays('2022-10-20', pick(60)), `${10 + pick(10)}:0${pick(6)}`), `第${i}条`, site.id, `s${pick(4)}`),
    );
    await insertFacts(database.db, facts);
    const wanted = days.filter((_, i) => i % 2 === 0);
    const on = await factsForDays(database.db, [site.id, account.id], wanted, kinds);
    for (const day of wanted) {
      const expected = await factsForDay(database.db, [site.id, account.id], day, kinds);
      expect(byId(on(day)), day).toEqual(byId(expected));
      expect(expected.length).toBeGreaterThan(0);
    }
  });
});

describe('what is read of home pages', () => {
  it('the home page under several limits: judged as from every fact of its site', async () => {
    // Its own draws: those of the tests before would decide which verdicts there are to compare.
    const pick = random(20221122);
    const days = ['2022-11-10', '2022-11-14', '2022-11-20'];
    const day = () => addDays('2022-10-25', pick(26));
    const sites = ['h1', 'h2', 'h3', 'h4'].map((id) => ({ ...site, id }));
    const shown = (n: number, dated: boolean) => {
      const date = dated ? day() : null;
      return {
        title: `第${n}条`,
        href: `${site.url}${n}.html`,
        date,
        dateSource: date === null ? null : ('visible' as const),
        pinned: false,
      };
    };
    const facts: Fact[] = sites.flatMap(({ id: channelId }, kind) => {
      const of = { channelId, how: 'http/1', blob: null, source: site.url };
      return Array.from({ length: 40 }, (_, n): Fact => {
        const at = instantOf(day(), `1${pick(9)}:00`);
        const items = [shown(pick(6), true), shown(pick(6), kind % 2 === 0)];
        const url = `${site.url}${pick(6)}.html`;
        const dates = { publishDate: pick(2) === 0 ? day() : null, metaDate: pick(3) === 0 ? day() : null };
        if (n % 4 === 0)
          return makeFact({
            ...of,
            kind: 'article',
            subjectId: stableId('page', url),
            at,
            data: { url, columnId: 'col', outcome: 'ok', title: '题', source: null, ...dates } as never,
          });
        if (n % 4 === 1) {
          const list = {
            columnId: 'col',
            url,
            outcome: 'ok',
            state: 'items',
            items: [shown(pick(6), true)],
            newestDate: day(),
            undated: 0,
            pages: 1,
          };
          return makeFact({ ...of, kind: 'column-list', subjectId: 'col', at, data: list as never });
        }
        const page = { url: site.url, outcome: 'ok', items, newestDate: null, navigationOnly: kind === 3 } as const;
        return makeFact({ ...of, kind: 'home', subjectId: channelId, at, data: page });
      });
    });
    await insertFacts(database.db, facts);
    const ids = sites.map(({ id }) => id);
    const { catalogue } = await rulesFor({ profile: 'national', sheet: { confirmed: [], overrides: [] }, lowOutput: null }, '2022-11-20');
    const few = { checks: catalogue.checks.filter(({ id }) => id === 'home-stale'), cards: [] };
    const column = {
      id: 'col',
      siteId: 'h4',
      unitId: housing.id,
      parentId: null,
      path: ['动态'],
      url: site.url,
      class: 'news',
      limit: null,
    } as const;
    const columns = [{ ...column, level: 1, minimumPerYear: null, activeFrom: null, activeTo: null }];
    const narrow = await homeFactsFor(database.db, ids, days);
    const said = new Set<string>();
    for (const on of days) {
      const whole = await factsForDay(database.db, ids, on, new Set(['home', 'column-list', 'article']));
      const sheet = sheetFor(loadSheets(), 'national', on);
      const judged = (some: readonly Fact[]) => runChecks(few, sheet, { sites, columns, accounts: [] }, some, on);
      expect(judged(narrow(on)), on).toEqual(judged(whole));
      for (const { verdict } of judged(whole)) said.add(verdict);
    }
    expect(said.size).toBeGreaterThan(1);
  });
});

describe('what is read of columns', () => {
  it('columns under a limit: judged as from every look and every article of their site', async () => {
    const pick = random(20221123);
    const on = '2022-11-20';
    const day = () => addDays('2022-10-20', pick(32));
    const some = { ...site, id: 'c' };
    const columns = Array.from({ length: 60 }, (_, i) => ({
      ...{
        id: `col${i}`,
        siteId: some.id,
        unitId: housing.id,
        parentId: null,
        path: [`栏目${i}`],
        url: `${site.url}${i}/`,
        class: 'other',
      },
      ...{ limit: 'P14D', level: 1, minimumPerYear: null, activeFrom: null, activeTo: null },
    })) as Column[];
    const of = { channelId: some.id, how: 'http/1', blob: null, source: site.url };
    const urlOf = (n: number) => `${site.url}c${n}.html`;
    const look = (columnId: string): Fact => {
      const state = (['items', 'items', 'empty', 'unreadable'] as const)[pick(4)];
      const items = [pick(30), pick(30)].map((n) => ({
        title: `第${n}条`,
        href: urlOf(n),
        date: pick(3) === 0 ? null : day(),
        dateSource: 'visible',
        pinned: false,
      }));
      const doubt = [null, null, { kind: 'replaced', since: 's' }, { kind: 'emptied', since: 's' }][pick(4)];
      const data = {
        ...{ columnId, url: site.url, outcome: pick(6) === 0 ? 'timed-out' : 'ok', state, items: state === 'items' ? items : [] },
        ...{ newestDate: null, undated: 0, pages: 1, ...(pick(2) === 0 ? {} : { continuity: { trusted: null, doubt } }) },
      };
      return makeFact({ ...of, kind: 'column-list', subjectId: columnId, at: instantOf(day(), `1${pick(9)}:00`), data: data as never });
    };
    const article = (url: string): Fact => {
      const data = {
        url,
        columnId: `col${pick(60)}`,
        outcome: 'ok',
        title: '题',
        publishDate: day(),
        metaDate: null,
        source: null,
      } as const;
      return makeFact({ ...of, kind: 'article', subjectId: stableId('page', url), at: instantOf(day()), data });
    };
    const looks = columns.flatMap(({ id }) => Array.from({ length: pick(7) }, () => look(id)));
    await insertFacts(database.db, [...looks, ...Array.from({ length: 300 }, () => article(urlOf(pick(30))))]);
    const { catalogue } = await rulesFor({ profile: 'national', sheet: { confirmed: [], overrides: [] }, lowOutput: null }, on);
    const few = { checks: catalogue.checks.filter(({ id }) => id === 'column-overdue' || id === 'column-due-soon'), cards: [] };
    const judged = (facts: readonly Fact[]) =>
      runChecks(few, sheetFor(loadSheets(), 'national', on), { sites: [some], columns, accounts: [] }, facts, on);
    const narrow = await lookedAtBy(database.db, columns, {
      after: endOfDay(addDays(on, -SPAN_DAYS['column-list'])),
      until: endOfDay(on),
    });
    const whole = await factsForDay(database.db, [some.id], on, new Set(['column-list', 'article']));
    const expected = judged(whole);
    expect(judged(narrow)).toEqual(expected);
    expect(narrow.length).toBeLessThan(whole.length);
    const said = new Set(expected.map(({ verdict, reason }) => `${verdict} ${reason ?? ''}`));
    for (const one of [
      'pass ',
      'fail ',
      'not-applicable ',
      'not-run no-evidence',
      'cannot-tell list-came-back-empty',
      'cannot-tell list-changed',
    ])
      expect(said).toContain(one);
  });
});

/** In no order: lines of one day may stand otherwise when what passed before them is not read. */
const shuffled = (judgement: object): unknown =>
  Object.fromEntries(
    Object.entries(judgement).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one) => JSON.stringify(one)).toSorted() : value,
    ]),
  );
const byId = <E extends { id: string }>(entries: readonly E[]): E[] => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const sorted = ({ fixed, open, unverified }: { fixed: readonly string[]; open: readonly string[]; unverified: readonly string[] }) =>
  [fixed, open, unverified].map((ids) => ids.toSorted());
