import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../core/canonical-json.ts';
import type { Fact } from '../evidence/fact.ts';
import { loadSheets } from '../sheets/load.ts';
import { type SheetSettings, sheetFor } from '../sheets/resolve.ts';
import type { Account } from '../subjects/channel.ts';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { ACCOUNT, column, fact, item, list, posts, SITE } from './lib/case-table.ts';
import { runChecks } from './run.ts';

const DAY = '2022-12-27';
const sheets = loadSheets();
const a = column({ path: ['栏目甲'] });
const b = column({ path: ['栏目乙'] });
const home = fact('home', DAY, {
  url: SITE.url,
  outcome: 'ok',
  items: [item('2022-12-20')],
  newestDate: '2022-12-20',
  navigationOnly: false,
});
const register = { sites: [SITE], columns: [a, b], accounts: [ACCOUNT] };
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(sheets);
});

const run = (profile: string, facts: readonly Fact[], subjects = register, day = DAY, settings: SheetSettings = {}) =>
  runChecks(catalogue, sheetFor(sheets, profile, day, settings), subjects, facts, day);
const pick = (observations: ReturnType<typeof run>, checkId: string, subjectId?: string) =>
  observations.filter((o) => o.checkId === checkId && (subjectId === undefined || o.subjectId === subjectId));

describe('runChecks', () => {
  it('answers for every check due, and says not-run where nobody looked', () => {
    const observations = run('langxi', []);
    const due = observations.filter((o) => o.verdict !== 'not-applicable');
    expect(new Set(due.map((o) => o.verdict))).toEqual(new Set(['not-run', 'pass']));
    // A column that is no guide's is none of that check's business.
    expect(new Set(observations.filter((o) => !due.includes(o)).map((o) => o.checkId))).toEqual(new Set(['guide-fields']));
    expect(observations.filter((o) => o.verdict === 'pass').map((o) => o.checkId)).toEqual(['account-unfiled']);
    expect(pick(observations, 'column-overdue')).toHaveLength(2);
  });

  it('runs only the checks whose clause is in force in the profile', () => {
    const national = run('national', []).map((o) => o.checkId);
    expect(national).not.toContain('column-due-soon');
    expect(national).toContain('account-duplicate');
    const langxi = run('langxi', []).map((o) => o.checkId);
    expect(langxi).toContain('column-due-soon');
    expect(langxi).not.toContain('account-duplicate');
  });

  it('gives each column the facts of that column only', () => {
    const observations = run('langxi', [list(a, DAY, [item('2022-06-15')]), list(b, DAY, [item('2022-12-01')])]);
    expect(pick(observations, 'column-overdue', a.id)[0]?.verdict).toBe('fail');
    expect(pick(observations, 'column-overdue', b.id)[0]?.verdict).toBe('pass');
  });

  it('does not look at facts of later days', () => {
    const late = list(a, '2022-12-28', [item('2022-12-28')]);
    expect(pick(run('langxi', [list(a, DAY, [item('2022-06-15')]), late]), 'column-overdue', a.id)[0]?.verdict).toBe('fail');
  });

  it('keeps a zombie from being told a second time that it is stale', () => {
    const observations = run('langxi', [posts(DAY, ['2022-01-01'])]);
    expect(pick(observations, 'account-zombie')[0]?.verdict).toBe('fail');
    expect(pick(observations, 'account-stale')[0]).toMatchObject({
      verdict: 'not-applicable',
      findings: [],
      measured: { supersededBy: 'account-zombie' },
    });
    expect(pick(observations, 'account-weekly-minimum')[0]).toMatchObject({ verdict: 'not-applicable', findings: [] });
  });

  it('lets no account fall between stale and zombie where the two limits differ', () => {
    const overrides = [{ check: 'account-zombie', subjectId: ACCOUNT.id, options: { limit: 'P1Y' } }];
    const observations = run('langxi', [posts(DAY, ['2022-03-01'])], register, DAY, { overrides });
    expect(pick(observations, 'account-zombie')[0]?.verdict).toBe('pass');
    expect(pick(observations, 'account-stale')[0]?.verdict).toBe('fail');
  });

  it('sees duplicates among accounts in operation of one unit and platform', () => {
    const second: Account = { ...ACCOUNT, id: 'account_2', name: '另一个' };
    const closed: Account = { ...second, states: [...second.states, { state: 'cancelled', from: '2022-12-01' }] };
    const weibo: Account = { ...second, platform: 'weibo' };
    const failing = (accounts: Account[]) =>
      pick(run('national', [], { ...register, accounts }), 'account-duplicate').filter((o) => o.verdict === 'fail').length;
    expect(failing([ACCOUNT, second])).toBe(2);
    expect(failing([ACCOUNT, closed])).toBe(0);
    expect(failing([ACCOUNT, weibo])).toBe(0);
  });

  it('leaves out channels not in operation and columns outside their span', () => {
    const closed = { ...SITE, states: [{ state: 'closed' as const, from: '2019-01-01' }] };
    expect(run('langxi', [], { ...register, sites: [closed], accounts: [] })).toEqual([]);
    const over = { ...a, activeTo: '2022-12-26' };
    expect(pick(run('langxi', [], { ...register, columns: [over, b] }), 'column-overdue')).toHaveLength(1);
    const last = { ...a, activeTo: DAY };
    expect(pick(run('langxi', [], { ...register, columns: [last, b] }), 'column-overdue')).toHaveLength(2);
  });

  it('takes options from national, then local, then unit, then subject', () => {
    const horizon = (settings: SheetSettings) =>
      pick(run('langxi', [list(a, DAY, [item('2022-12-20')])], register, DAY, settings), 'column-due-soon', a.id)[0]?.measured.horizon;
    const unit = { check: 'column-due-soon', unitId: SITE.unitId, options: { horizonDays: 20 } };
    const own = { check: 'column-due-soon', subjectId: a.id, options: { horizonDays: 10 } };
    expect(horizon({})).toBe(30);
    expect(horizon({ overrides: [unit] })).toBe(20);
    expect(horizon({ overrides: [own, unit] })).toBe(10);
    expect(horizon({ overrides: [{ ...own, subjectId: b.id }] })).toBe(30);
  });

  it('gives the same bytes whatever order the facts come in', () => {
    const facts = [home, list(a, '2022-12-20', [item('2022-06-15')]), list(a, DAY, [item('2022-06-15')]), posts(DAY, ['2022-12-01'])];
    const whole = canonicalJson(run('langxi', facts));
    expect(canonicalJson(run('langxi', [...facts].reverse()))).toBe(whole);
  });

  it('keeps the fingerprint of a problem from day to day', () => {
    const print = (day: string) =>
      pick(run('langxi', [list(a, day, [item('2022-06-15')])], register, day), 'column-overdue', a.id)[0]?.findings[0]?.fingerprint;
    expect(print('2022-12-20')).toMatch(/^[0-9a-f]{32}$/);
    expect(print('2022-12-27')).toBe(print('2022-12-20'));
  });

  it('can be narrowed to some channels without losing sight of siblings', () => {
    const second: Account = { ...ACCOUNT, id: 'account_2' };
    const observations = runChecks(
      catalogue,
      sheetFor(sheets, 'national', DAY),
      { ...register, accounts: [ACCOUNT, second] },
      [],
      DAY,
      new Set([ACCOUNT.id]),
    );
    expect(new Set(observations.map((o) => o.channelId))).toEqual(new Set([ACCOUNT.id]));
    expect(pick(observations, 'account-duplicate')[0]?.verdict).toBe('fail');
  });
});
