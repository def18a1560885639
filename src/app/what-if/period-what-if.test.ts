import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICE, problemWith } from '../../../tests/support/assessed-year.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { addDays, instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import { decideObjection, insertObjection } from '../../store/objections.ts';
import { listVerdicts, putPeriod } from '../../store/periods.ts';
import { writeRegister } from '../../store/register.ts';
import { type Site, siteId } from '../../subjects/channel.ts';
import { type Column, columnId } from '../../subjects/column.ts';
import { writeAreaSettings } from '../area-settings.ts';
import { judgeDay } from '../judge/judge-day.ts';
import type { App } from '../open.ts';
import { closePeriod } from '../periods/close-period.ts';
import { viewWhatIf } from './period-what-if.ts';

const AREA = WORLD.county.id;
const { account, site, housing } = WORLD;
const CUTOFF = '2022-12-27';
let database: TestDatabase;
let app: App;

const column = (path: string, limit: string): Column => ({
  ...{ id: columnId(site.id, [path]), siteId: site.id, unitId: housing.id, parentId: null, path: [path], url: `${site.url}${path}/` },
  ...{ class: 'other', limit, level: 1, minimumPerYear: null, activeFrom: null, activeTo: null },
});
const COLUMNS = [column('工作动态', 'P14D'), column('通知公告', 'P14D'), column('财政资金', 'P6M')];
/** Silent for 17 days at the cut-off, for 12, and for 165. */
const NEWEST = ['2022-12-10', '2022-12-15', '2022-07-15'];

/** Nothing posted since the 15th: twelve days at the cut-off. And a problem of November whose limit passed without a word. */
beforeAll(async () => {
  database = await testDatabase();
  app = { db: database.db, now: () => instantOf(CUTOFF, '20:00') } as App;
  await writeRegister(app.db, { ...WORLD.register, accounts: [account], columns: COLUMNS });
  await writeAreaSettings(app.db, AREA, { profile: 'langxi' });
  for (let day = '2022-12-20'; day <= CUTOFF; day = addDays(day, 1)) {
    const posts = [{ title: '通知', url: null, date: '2022-12-15', original: true }];
    const data = { adapter: 'feed', outcome: 'ok', freshOn: day, posts, newestDate: '2022-12-15', error: null } as const;
    const at = instantOf(day, '09:00');
    const of = { kind: 'account-posts', channelId: account.id, subjectId: account.id, at, source: 'f', how: 'feed/1', blob: null } as const;
    await insertFacts(app.db, [
      makeFact({ ...of, data }),
      ...COLUMNS.map(({ id, url }, i) => listFact(id, url as string, at, NEWEST[i] as string)),
    ]);
    await judgeDay(app, AREA, day, instantOf(day, '18:00'));
  }
  await putPeriod(app.db, { ...parsePeriod('2022-11'), areaId: AREA, cutoff: '2022-11-27', closedAt: null });
  await problemWith(app, { unitId: housing.id, channelId: site.id, text: '栏目超期' }, [
    ['2022-11-01', 'found'],
    ['2022-11-02', 'handed_over', '2022-11-30'],
  ]);
  await closePeriod(app, AREA, '2022-11', { cutoff: '2022-11-27', day: '2022-11-27', at: instantOf('2022-11-27', '20:00'), by: OFFICE });
  await closePeriod(app, AREA, '2022-12', { cutoff: CUTOFF, day: CUTOFF, at: instantOf(CUTOFF, '20:00'), by: OFFICE });
});
afterAll(() => database?.drop());

function listFact(id: string, url: string, at: string, date: string, channelId = site.id): Fact {
  const items = [{ title: '信息', href: `${url}1.html`, date, dateSource: 'visible', pinned: false } as const];
  const data = { columnId: id, url, outcome: 'ok', state: 'items', items, newestDate: date, undated: 0, pages: 1 } as const;
  return makeFact({ kind: 'column-list', channelId, subjectId: id, at, source: url, how: 'http/1', blob: null, data });
}

const tried = (days: readonly number[]) => viewWhatIf(app, AREA, { periodId: '2022-12', check: 'account-stale', days });

describe('what if', () => {
  it('the limit were 10, 14 or 20 days, with and without last month', async () => {
    const view = await tried([14, 10, 20]);
    expect([view.inForce, view.judgedDays, view.base]).toEqual(['两周', 8, 2]);
    expect(view.variants.map(({ days, carryOver, failing }) => [days, carryOver, failing.map(({ unit }) => unit)])).toEqual([
      [null, true, ['县住建局']],
      [null, false, []],
      [10, true, ['县住建局', '东河镇']],
      [10, false, ['东河镇']],
      [14, true, ['县住建局']],
      [14, false, []],
      [20, true, ['县住建局']],
      [20, false, []],
    ]);
    expect(view.variants[2]).toMatchObject({ more: ['东河镇'], fewer: [], failing: [{}, { channels: [account.name] }] });
    expect(view.variants[1]).toMatchObject({ more: [], fewer: ['县住建局'] });
  });

  it.each([
    [11, true],
    [12, false],
  ])('at %i days the account of twelve days is failing: %s', async (days, failing) => {
    const { variants } = await tried([days]);
    expect(variants[3]?.failing.length === 1).toBe(failing);
  });

  it('the limit in force tried again comes out as it was judged, and nothing was written', async () => {
    const before = await contents();
    const { variants } = await tried([14]);
    const kept = await listVerdicts(app.db, AREA, '2022-12');
    expect(variants[2]?.verdicts.fail).toBe(kept.filter(({ verdict }) => verdict === 'fail').length);
    expect(variants[2]?.verdicts).toEqual(variants[0]?.verdicts);
    expect(await contents()).toEqual(before);
  });

  it('a limit that the office has set for the whole area is in force, and gives way to the one that is tried', async () => {
    const overrides = [{ check: 'account-stale', options: { limit: 'P10D' } }];
    await writeAreaSettings(app.db, AREA, { profile: 'langxi', sheet: { confirmed: [], overrides } });
    try {
      const { inForce, variants } = await tried([10, 14]);
      expect(inForce).toBe('10天');
      expect(variants.map(({ days, failing }) => [days, failing.some(({ unit }) => unit === '东河镇')]).slice(2)).toEqual([
        [10, true],
        [10, true],
        [14, false],
        [14, false],
      ]);
    } finally {
      await writeAreaSettings(app.db, AREA, { profile: 'langxi', sheet: { confirmed: [], overrides: [] } });
    }
  });

  it('a period that was never closed is named', async () => {
    await expect(viewWhatIf(app, AREA, { periodId: '2021-01', check: 'home-stale', days: [14] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('what if columns had another limit than their own', () => {
  const shortOnes = { periodId: '2022-12', check: 'column-overdue', own: 'P14D' } as const;

  it('10, 14 or 20 days: which columns of which units are past it, and the own limit comes out as it was judged', async () => {
    const view = await viewWhatIf(app, AREA, { ...shortOnes, days: [10, 14, 20] });
    expect(view.columns).toMatchObject({
      tried: 2,
      own: 'P14D',
      limits: [
        { limit: 'P14D', columns: 2 },
        { limit: 'P6M', columns: 1 },
      ],
    });
    const overdue = view.variants.filter(({ carryOver }) => carryOver).map((variant) => [variant.days, variant.overdue]);
    const housingLate = { unitId: housing.id, unit: '县住建局' };
    expect(overdue).toEqual([
      [null, [{ ...housingLate, columns: ['工作动态'] }]],
      [10, [{ ...housingLate, columns: ['工作动态', '通知公告'] }]],
      [14, [{ ...housingLate, columns: ['工作动态'] }]],
      [20, []],
    ]);
    expect(view.variants[4]).toEqual({ ...view.variants[0], days: 14 });
  });

  it('columns of half a year at 10, 14 and 20 days, and one column by its name', async () => {
    const half = await viewWhatIf(app, AREA, { periodId: '2022-12', check: 'column-overdue', own: 'P6M', days: [10, 14, 20, 183] });
    expect(half.variants.filter(({ carryOver }) => carryOver).map(({ overdue }) => overdue?.flatMap(({ columns }) => columns))).toEqual([
      [],
      ['财政资金'],
      ['财政资金'],
      ['财政资金'],
      [],
    ]);
    const named = await viewWhatIf(app, AREA, { periodId: '2022-12', check: 'column-overdue', column: '通知公告', days: [11, 12] });
    expect([named.columns?.tried, named.inForce]).toEqual([1, '两周']);
    expect(named.variants.map(({ overdue }) => overdue?.length)).toEqual([0, 0, 1, 1, 0, 0]);
    await expect(viewWhatIf(app, AREA, { ...shortOnes, column: '没有的', days: [14] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('comes out as it would have been judged, had the register had that limit', async () => {
    const { variants } = await viewWhatIf(app, AREA, { ...shortOnes, days: [10] });
    const columns = COLUMNS.map((column) => (column.limit === 'P14D' ? { ...column, limit: 'P10D' } : column));
    await writeRegister(app.db, { ...WORLD.register, accounts: [account], columns });
    await judgeDay(app, AREA, CUTOFF, instantOf(CUTOFF, '21:00'));
    const judged = await viewWhatIf(app, AREA, { periodId: '2022-12', check: 'column-overdue', own: 'P10D', days: [10] });
    expect(judged.variants[0]).toMatchObject({
      verdicts: variants[2]?.verdicts,
      failing: variants[2]?.failing,
      overdue: variants[2]?.overdue,
    });
  });
});

describe('what if the office has granted an objection', () => {
  it('the result it gave stands under every limit, with and without last month', async () => {
    expect((await tried([10])).variants[0]?.failing).toMatchObject([{ unit: '县住建局' }]);
    const of = { areaId: AREA, about: 'verdict', span: '2022-12', subjectId: site.id, unitId: housing.id } as const;
    const said = { reason: '已整改', proof: '截图', before: { verdict: 'fail', reasons: [] }, raisedBy: '丙', raisedAt: app.now() };
    await insertObjection(app.db, { ...of, ...said, id: 'o' });
    const after = { verdict: 'pass', reasons: [] };
    await decideObjection(app.db, { areaId: AREA, id: 'o' }, { outcome: 'accepted', after, reason: '属实', by: '甲', at: app.now() });
    const { variants } = await tried([10]);
    expect(variants.map(({ failing }) => failing.map(({ unit }) => unit))).toEqual([[], [], ['东河镇'], ['东河镇']]);
    expect(variants[2]).toMatchObject({ more: ['东河镇'], fewer: [] });
  });
});

describe('what if nothing were changed', () => {
  const NOW = '2022-12-29';
  const others = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局', '庚局'].map((name, i): Site => {
    const url = `http://www.baishui.gov.cn/${i}/`;
    return { ...site, id: siteId(AREA, 'disclosure_site', name, url), name: `${name}信息公开网`, url };
  });
  const columns = others.map(({ id }) => ({ ...column('财政资金', 'P6M'), id: columnId(id, ['财政资金']), siteId: id }));
  /** What persons found on each, by how it stands: only what was found in the span and stood at its cut-off is told. */
  const FOUND: Parameters<typeof problemWith>[2][] = [
    [['2022-12-21', 'found']],
    [
      ['2022-11-28', 'found'],
      ['2022-12-27', 'handed_over', '2023-01-05'],
      ['2022-12-28', 'rechecked_fixed'],
      ['2022-12-28', 'closed'],
    ],
    [['2022-11-27', 'found']],
    [['2022-12-28', 'found']],
    [
      ['2022-12-20', 'found'],
      ['2022-12-28', 'withdrawn'],
    ],
    [
      ['2022-12-20', 'found'],
      ['2022-12-22', 'exempted', '2023-01-31'],
    ],
  ];

  it('every result comes out as closing the period has it, with what persons found and the office took back since', async () => {
    await writeRegister(app.db, { ...WORLD.register, sites: [site, ...others], accounts: [account], columns: [...COLUMNS, ...columns] });
    const at = instantOf(CUTOFF, '09:00');
    await insertFacts(
      app.db,
      columns.map(({ id, siteId: channelId, url }) => listFact(id, url as string, at, '2022-12-20', channelId)),
    );
    await judgeDay(app, AREA, CUTOFF, instantOf(CUTOFF, '22:00'));
    for (const [i, acts] of FOUND.entries()) {
      const { id: channelId, unitId } = others[i] as Site;
      await problemWith(app, { unitId, channelId, text: `第${i}处` }, acts);
    }
    await problemWith(app, { unitId: housing.id, channelId: site.id, text: '首页图片错位' }, [['2022-12-21', 'found']]);
    app.now = () => instantOf(NOW, '20:00');
    const closed = await closePeriod(app, AREA, '2022-12', { cutoff: CUTOFF, day: NOW, at: app.now(), by: OFFICE });
    const results = closed.filter(({ inBase }) => inBase);
    const tally = { no_problem: 0, pass: 0, fail: 0, undecided: 0 };
    for (const { verdict } of results) tally[verdict] += 1;
    const told = results.filter(({ reasons }) => reasons.some((line) => /^第\d处$/u.test(line))).map(({ channelId }) => channelId);
    expect(told).toEqual(others.slice(0, 2).map(({ id }) => id));
    expect(results.filter(({ verdict }) => verdict === 'no_problem').length, 'the others are clean').toBe(others.length - 2);
    const failing = results.filter(({ verdict }) => verdict === 'fail').map(({ channelId }) => channelId);
    for (const asked of [
      { check: 'account-stale', days: [14] },
      { check: 'home-stale', days: [14] },
      { check: 'column-overdue', own: 'P14D', days: [14] },
    ] as const) {
      const { variants } = await viewWhatIf(app, AREA, { periodId: '2022-12', ...asked });
      for (const { carryOver, verdicts, failing: units } of variants.filter((variant) => variant.carryOver)) {
        expect([asked.check, carryOver, verdicts]).toEqual([asked.check, true, tally]);
        expect(units.flatMap(({ channels }) => channels)).toHaveLength(failing.length);
      }
    }
  });
});

/** How many rows there are of what a run would write. */
async function contents(): Promise<number[]> {
  const tables = ['problem', 'problemEvent', 'judgement', 'observation', 'channelVerdict', 'fact'] as const;
  return Promise.all(
    tables.map(async (table) => {
      const { n } = await app.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return n;
    }),
  );
}
