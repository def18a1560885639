import { describe, expect, it } from 'vitest';
import type { CarryOverState } from '../core/carry-over.ts';
import type { Reason, Verdict } from '../core/verdict.ts';
import { carryOverState } from './carry-over.ts';
import { judgeChannel } from './judge-channel.ts';
import type { JudgedFinding, JudgedObservation } from './judged.ts';
import { loadSheets } from './load.ts';
import { sheetFor } from './resolve.ts';

const sheets = loadSheets();
const langxi = sheetFor(sheets, 'langxi', '2022-12-27');
const cangxi = sheetFor(sheets, 'cangxi', '2020-03-31');
const END = '2022-12-27';

type Parts = { day?: string; subjectId?: string; reason?: Reason; findings?: readonly JudgedFinding[] };
const seen = (
  checkId: string,
  clause: string,
  verdict: Verdict,
  { day = END, subjectId = 'x', reason, findings = [] }: Parts = {},
): JudgedObservation => ({ subjectId, checkId, clause, day, verdict, reason: reason ?? null, findings });
const found = (
  category: string,
  text: string,
  level: JudgedFinding['level'] = 'problem',
  measured: JudgedFinding['measured'] = {},
): JudgedFinding => ({
  level,
  category,
  place: { label: '' },
  fingerprint: `${category} ${text.replace(/^.*日监测/, '')}`,
  text,
  measured,
});

const over = found('column_overdue', '甲超期', 'problem', { path: '甲', parent: null, limit: 'P1Y' });
const soon = found('column_due_soon', '乙将到期', 'warning', { path: '乙', parent: null, limit: 'P6M' });
const overdue = (parts: Parts = {}) => seen('column-overdue', 'DD-1.7', 'fail', { findings: [over], ...parts });
const fine = (parts: Parts = {}) => seen('column-overdue', 'DD-1.7', 'pass', parts);
const dueSoon = seen('column-due-soon', 'LC-2', 'pass', { subjectId: 'y', findings: [soon] });

describe('three steps (郎溪)', () => {
  it.each<[string, JudgedObservation[], CarryOverState, string, string[]]>([
    ['nothing found', [fine()], 'none', 'no_problem', []],
    ['nothing found, last month’s all closed', [fine()], 'all-closed', 'no_problem', []],
    ['overdue, none carried over', [overdue()], 'none', 'pass', ['“甲”栏目超过1年未更新']],
    ['due soon only', [fine(), dueSoon], 'none', 'pass', ['“乙”栏目即将超过半年未更新']],
    ['overdue and due soon', [dueSoon, overdue()], 'none', 'pass', ['“甲”栏目超过1年未更新', '“乙”栏目即将超过半年未更新']],
    ['none of last month’s closed', [overdue()], 'not', 'fail', ['“甲”栏目超过1年未更新', '上月问题未整改']],
    [
      'some of last month’s closed',
      [overdue(), dueSoon],
      'partly',
      'fail',
      ['“甲”栏目超过1年未更新', '“乙”栏目即将超过半年未更新', '上月问题整改不彻底'],
    ],
    ['last month’s all closed, a new one', [overdue()], 'all-closed', 'pass', ['“甲”栏目超过1年未更新']],
  ])('%s', (_name, observations, carryOver, verdict, reasons) => {
    const judged = judgeChannel(langxi, 'disclosure_site', observations, carryOver);
    expect(judged.verdict).toBe(verdict);
    expect(judged.reasons).toEqual(reasons);
  });

  it('tells the state at the cut-off: what was updated within the month is no problem', () => {
    expect(judgeChannel(langxi, 'disclosure_site', [overdue({ day: '2022-12-05' }), fine()], 'none')).toMatchObject({
      verdict: 'no_problem',
      reasons: [],
    });
  });
  it('a failed look does not wipe out what was seen', () => {
    const failed = seen('column-overdue', 'DD-1.7', 'not-run', { reason: 'timed-out' });
    expect(judgeChannel(langxi, 'disclosure_site', [overdue({ day: '2022-12-26' }), failed], 'none')).toMatchObject({
      verdict: 'pass',
      reasons: ['“甲”栏目超过1年未更新'],
    });
  });
  it('silence is never a pass: an unread column leaves it open, with the reason', () => {
    const unread = seen('column-overdue', 'DD-1.7', 'not-run', { subjectId: 'z', reason: 'list-unreadable' });
    const judged = judgeChannel(langxi, 'disclosure_site', [fine(), unread], 'none');
    expect(judged.verdict).toBe('undecided');
    expect(judged.unlooked).toEqual([{ checkId: 'column-overdue', subjectId: 'z', why: '页面打开了，但没有读出列表' }]);
    expect(judgeChannel(langxi, 'disclosure_site', [], 'none').verdict).toBe('undecided');
  });
  it.each([
    ['2022-12-20', 'no_problem'],
    ['2022-12-19', 'undecided'],
  ])('the last answer is of %s, failed looks since: %s', (day, verdict) => {
    const failed = seen('column-overdue', 'DD-1.7', 'not-run', { reason: 'timed-out' });
    expect(judgeChannel(langxi, 'disclosure_site', [fine({ day }), failed], 'none').verdict).toBe(verdict);
  });
  it('a column taken down within the month leaves neither its problem nor a gap', () => {
    const down = [
      overdue({ subjectId: 'old', day: '2022-12-05' }),
      seen('column-overdue', 'DD-1.7', 'not-run', { subjectId: 'older', day: '2022-12-06', reason: 'timed-out' }),
    ];
    expect(judgeChannel(langxi, 'disclosure_site', [...down, fine()], 'none')).toMatchObject({
      verdict: 'no_problem',
      reasons: [],
      unlooked: [],
    });
  });
  it('a person’s answer stands to the end of the period', () => {
    const card = seen('card:serious-misstatement', 'SV-1.1', 'fail', {
      day: '2022-12-05',
      findings: [found('serious_misstatement', '表述错误')],
    });
    expect(judgeChannel(langxi, 'disclosure_site', [card, fine()], 'none')).toMatchObject({ verdict: 'fail', reasons: ['表述错误'] });
  });
  it('what is carried over fails even where nobody could look', () => {
    expect(judgeChannel(langxi, 'disclosure_site', [], 'not')).toMatchObject({ verdict: 'fail', reasons: ['上月问题未整改'] });
  });
  it('last month’s problems that nobody could look at again leave it open', () => {
    const judged = judgeChannel(langxi, 'disclosure_site', [fine()], 'undecided');
    expect(judged).toMatchObject({ verdict: 'undecided', reasons: [] });
    expect(judged.unlooked).toEqual([{ checkId: 'carry-over', subjectId: null, why: '上月问题未能复核' }]);
  });
  it('a veto of the national sheet fails it too', () => {
    const down = seen('site-unreachable', 'SV-2', 'fail', { day: '2022-12-10', findings: [found('site_unreachable', '打不开')] });
    const judged = judgeChannel(langxi, 'disclosure_site', [down, fine()], 'none');
    expect(judged.verdict).toBe('fail');
    expect(judged.vetoes).toEqual([{ clause: 'SV-2', title: '站点无法访问', day: '2022-12-10', text: '打不开' }]);
    expect(judged.reasons).toContain('打不开');
  });
  it('says the carried-over line once, though the check found it as well', () => {
    const carry = seen('carry-over', 'LC-1', 'fail', { findings: [found('carry_over_not_rectified', '上月问题未整改')] });
    expect(judgeChannel(langxi, 'disclosure_site', [fine(), carry], 'not').reasons).toEqual(['上月问题未整改']);
  });
  it('an account of the same profile is judged by veto: 合格, with its weaknesses apart', () => {
    const low = seen('account-low-output', 'LC-8', 'pass', { findings: [found('account_low_output', '近30天仅发布2条', 'warning')] });
    const judged = judgeChannel(langxi, 'account', [seen('account-stale', 'MV-2.1', 'pass'), low], 'none');
    expect(judged).toMatchObject({ verdict: 'pass', reasons: [], weaknesses: ['近30天仅发布2条'] });
  });
});

describe('veto (苍溪)', () => {
  const stale = (day: string, text: string, lastUpdate: string) =>
    seen('account-stale', 'MV-2.1', 'fail', {
      day,
      findings: [{ ...found('account_stale', text, 'problem', { lastUpdate }), fingerprint: 'account_stale a' }],
    });
  const live = (day: string) => seen('account-stale', 'MV-2.1', 'pass', { day });

  it('looks at the whole span: rectified at once, still failing', () => {
    const judged = judgeChannel(
      cangxi,
      'account',
      [stale('2020-01-09', '1月9日监测到超过两周未更新内容', '2019-12-25'), live('2020-01-10'), live('2020-03-31')],
      'none',
    );
    expect(judged).toMatchObject({ verdict: 'fail', reasons: ['1月9日监测到超过两周未更新内容'] });
  });
  it('one sighting seen on many days stands once, with its first day; a second sighting stands beside it', () => {
    const days = [
      stale('2020-01-10', '1月10日监测到', 'a'),
      stale('2020-01-09', '1月9日监测到', 'a'),
      live('2020-01-11'),
      stale('2020-03-06', '3月6日监测到', 'b'),
      live('2020-03-31'),
    ];
    const judged = judgeChannel(cangxi, 'account', days, 'none');
    expect(judged.reasons).toEqual(['1月9日监测到', '3月6日监测到']);
    expect(judged.vetoes.map((v) => v.day)).toEqual(['2020-01-09', '2020-03-06']);
  });
  it('a duplicate is listed and does not fail', () => {
    const twin = seen('account-duplicate', 'O123-3', 'fail', { day: '2020-03-31', findings: [found('account_duplicate', '开设多个账号')] });
    expect(judgeChannel(cangxi, 'account', [live('2020-03-31'), twin], 'none')).toMatchObject({
      verdict: 'pass',
      reasons: ['开设多个账号'],
    });
  });
  it('the carry-over line belongs to the three-step rule', () => {
    expect(judgeChannel(cangxi, 'account', [live('2020-03-31')], 'not')).toMatchObject({ verdict: 'pass', reasons: [] });
  });
  it('a veto resting on a figure nobody has confirmed leaves it open', () => {
    const guides = seen('card:service-guide-elements', 'SV-6.2', 'fail', { findings: [found('service_guide_incomplete', '5个')] });
    const machine = ['site-unreachable', 'home-stale', 'columns-veto-news', 'columns-veto-long', 'columns-veto-empty'].map((id) =>
      seen(id, 'SV-2', 'pass'),
    );
    const national = sheetFor(sheets, 'national', END);
    expect(judgeChannel(national, 'portal', [...machine, guides], 'none')).toMatchObject({ verdict: 'undecided', unconfirmed: ['SV-6.2'] });
    const confirmed = sheetFor(sheets, 'national', END, { confirmed: ['SV-6.2'] });
    expect(judgeChannel(confirmed, 'portal', [...machine, guides], 'none')).toMatchObject({ verdict: 'fail', unconfirmed: [] });
  });
});

describe('carried over', () => {
  it.each([
    [[], 'none'],
    [[false, false], 'not'],
    [[true, false], 'partly'],
    [[true, true], 'all-closed'],
    [[true, null], 'undecided'],
    [[false, null], 'partly'],
  ])('closed %j is %s', (closed, state) => {
    expect(carryOverState(closed.map((done) => ({ closed: done })))).toBe(state);
  });
});

it('coverage counts each check on each subject once, and clauses nobody answered as due', () => {
  const { coverage } = judgeChannel(
    langxi,
    'account',
    [
      seen('account-stale', 'MV-2.1', 'not-run', { day: '2022-12-01', reason: 'timed-out' }),
      seen('account-stale', 'MV-2.1', 'pass'),
      seen('account-zombie', 'MV-2.2', 'not-run', { reason: 'timed-out' }),
    ],
    'none',
  );
  expect(coverage).toEqual({ run: 1, due: 11 });
});
