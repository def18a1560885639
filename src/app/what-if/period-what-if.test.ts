import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICE, problemWith } from '../../../tests/support/assessed-year.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { addDays, instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { makeFact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import { listVerdicts, putPeriod } from '../../store/periods.ts';
import { writeRegister } from '../../store/register.ts';
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

/** Nothing posted since the 15th: twelve days at the cut-off. And a problem of November whose limit passed without a word. */
beforeAll(async () => {
  database = await testDatabase();
  app = { db: database.db, now: () => instantOf(CUTOFF, '20:00') } as App;
  await writeRegister(app.db, { ...WORLD.register, accounts: [account] });
  await writeAreaSettings(app.db, AREA, { profile: 'langxi' });
  for (let day = '2022-12-20'; day <= CUTOFF; day = addDays(day, 1)) {
    const posts = [{ title: '通知', url: null, date: '2022-12-15', original: true }];
    const data = { adapter: 'feed', outcome: 'ok', freshOn: day, posts, newestDate: '2022-12-15', error: null } as const;
    const at = instantOf(day, '09:00');
    const of = { kind: 'account-posts', channelId: account.id, subjectId: account.id, at, source: 'f', how: 'feed/1', blob: null } as const;
    await insertFacts(app.db, [makeFact({ ...of, data })]);
    await judgeDay(app, AREA, day, instantOf(day, '18:00'));
  }
  await putPeriod(app.db, { ...parsePeriod('2022-11'), areaId: AREA, cutoff: '2022-11-27', closedAt: null });
  await problemWith(app, { unitId: housing.id, channelId: site.id, text: '栏目超期' }, [
    ['2022-11-01', 'found'],
    ['2022-11-02', 'handed_over', '2022-11-30'],
  ]);
  await closePeriod(app, AREA, '2022-11', { cutoff: '2022-11-27', day: '2022-11-27', at: instantOf('2022-11-27', '20:00'), by: OFFICE });
  await closePeriod(app, AREA, '2022-12', { cutoff: CUTOFF, day: CUTOFF, at: instantOf(CUTOFF, '20:00'), by: OFFICE });
}, 30_000);
afterAll(() => database?.drop());

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

  it('a period that was never closed is named', async () => {
    await expect(viewWhatIf(app, AREA, { periodId: '2021-01', check: 'home-stale', days: [14] })).rejects.toMatchObject({
      code: 'not-found',
    });
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
