import { describe, expect, it } from 'vitest';
import type { CalendarDate, Instant } from '../../core/date.ts';
import { instantOf } from '../../core/date.ts';
import type { Reason, Verdict } from '../../core/verdict.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { FactData, FactKind, ListItem, ReadingDoubt } from '../../evidence/facts.ts';
import type { Account, Site } from '../../subjects/channel.ts';
import type { Column } from '../../subjects/column.ts';
import type { CheckDefinition, FactsByKind, SubjectMap, SubjectType } from '../define.ts';
import { groupBy } from './group-by.ts';

/** One row of a check's test table. */
export interface Case<S extends SubjectType> {
  name: string;
  at: CalendarDate;
  subject: SubjectMap[S];
  facts: readonly Fact[];
  options?: Readonly<Record<string, unknown>>;
  verdict: Verdict;
  reason?: Reason;
  /** Texts of the findings, all of them. */
  texts?: readonly string[];
  level?: 'problem' | 'warning' | 'note';
  measured?: Readonly<Record<string, unknown>>;
}

/**
 * Runs a check's table. The table itself must show the check firing, passing and keeping silent for a named reason,
 * or the test fails: every check has been seen to fire. A check judged from the register alone needs no silent case.
 */
export function testCheck<S extends SubjectType>(check: CheckDefinition<S>, cases: readonly Case<S>[]): void {
  describe(check.id, () => {
    it.each(cases.map((row) => [row.name, row] as const))('%s', (_name, row) => {
      const facts = Object.fromEntries(groupBy(row.facts, (fact) => fact.kind)) as FactsByKind;
      const options = check.options.parse(row.options ?? {}) as never;
      const result = check.judge({ subject: row.subject, facts }, row.at, options);
      expect({ verdict: result.verdict, reason: result.reason }).toEqual({ verdict: row.verdict, reason: row.reason ?? null });
      expect(result.findings.map((finding) => finding.text)).toEqual(row.texts ?? []);
      if (row.level) expect(new Set(result.findings.map((finding) => finding.level))).toEqual(new Set([row.level]));
      if (row.measured) expect(result.measured).toMatchObject(row.measured);
      for (const finding of result.findings) expect(finding.evidence).not.toHaveLength(0);
      expect(check.judge({ subject: row.subject, facts }, row.at, options), 'same facts, same bytes').toEqual(result);
    });
    it('has been seen to fire, to pass and to keep silent', () => {
      const fired = cases.filter((row) => row.texts?.length && (row.verdict === 'fail' || row.level === 'warning' || row.level === 'note'));
      expect(fired.length).toBeGreaterThan(0);
      expect(cases.filter((row) => row.verdict === 'pass' && !row.texts?.length).length).toBeGreaterThan(0);
      const silent = cases.filter((row) => row.verdict === 'cannot-tell' || row.verdict === 'not-run');
      expect(silent.length).toBeGreaterThan(check.needs.length ? 0 : -1);
    });
  });
}

export const SITE: Site = {
  type: 'site',
  id: 'site_1',
  areaId: 'area_1',
  unitId: 'unit_1',
  kind: 'disclosure_site',
  name: '县住建局',
  url: 'http://zjj.example.gov.cn/',
  states: [{ state: 'in_operation', from: '2019-01-01' }],
};

export const ACCOUNT: Account = {
  type: 'account',
  id: 'account_1',
  areaId: 'area_1',
  unitId: 'unit_1',
  supervisingUnitId: null,
  platform: 'wechat',
  name: '某县发布',
  level: null,
  filing: 'filed',
  filedOn: null,
  filingNumber: null,
  states: [{ state: 'in_operation', from: '2019-01-01' }],
  adapter: 'feed',
  feedUrl: null,
};

export function column(parts: Partial<Column> = {}): Column {
  const path = parts.path ?? ['本级政策解读', '负责人解读'];
  return {
    id: `column_${path.join('_')}`,
    siteId: SITE.id,
    unitId: SITE.unitId,
    parentId: null,
    path,
    url: `http://zjj.example.gov.cn/${path.length}/`,
    class: 'interpretation',
    limit: 'P6M',
    level: path.length,
    minimumPerYear: null,
    activeFrom: null,
    activeTo: null,
    ...parts,
  };
}

export const moment = (day: CalendarDate, time = '09:00'): Instant => instantOf(day, time);

export function fact<K extends FactKind>(
  kind: K,
  day: CalendarDate,
  data: FactData<K>,
  time = '09:00',
  channelId: string = SITE.id,
): Fact<K> {
  return makeFact<K>({ kind, channelId, subjectId: channelId, at: moment(day, time), source: 'test', how: 'test/1', blob: null, data });
}

export const item = (date: CalendarDate | null, parts: Partial<ListItem> = {}): ListItem => ({
  title: `信息 ${date ?? '无日期'}`,
  href: null,
  date,
  dateSource: date === null ? null : 'visible',
  pinned: false,
  ...parts,
});

/** One look at a column's list on a day. */
export function list(
  of: Column,
  day: CalendarDate,
  items: readonly ListItem[],
  parts: Partial<FactData<'column-list'>> = {},
  time = '09:00',
): Fact<'column-list'> {
  const dates = items.flatMap(({ date }) => date ?? []).sort();
  const data: FactData<'column-list'> = {
    columnId: of.id,
    url: of.url ?? '',
    outcome: 'ok',
    state: items.length ? 'items' : 'empty',
    items: [...items],
    newestDate: dates.at(-1) ?? null,
    undated: items.length - dates.length,
    pages: 1,
    ...parts,
  };
  return fact('column-list', day, data, time);
}

/** How a reading goes on from earlier ones: doubted since the day before, or compared and believed. */
export const doubt = (kind: ReadingDoubt | null): Partial<FactData<'column-list'>> => ({
  continuity: { trusted: kind === null ? null : 'earlier', doubt: kind === null ? null : { kind, since: moment('2022-12-15') } },
});

/** What an adapter saw of an account on a day: posts of these dates, complete up to that day unless said otherwise. */
export function posts(
  day: CalendarDate,
  dates: readonly CalendarDate[],
  parts: Partial<FactData<'account-posts'>> = {},
): Fact<'account-posts'> {
  const data: FactData<'account-posts'> = {
    adapter: 'feed',
    outcome: 'ok',
    freshOn: day,
    posts: dates.map((date, i) => ({ title: `第${i}条`, url: null, date, original: null })),
    newestDate: [...dates].sort().at(-1) ?? null,
    error: null,
    ...parts,
  };
  return fact('account-posts', day, data, '09:00', ACCOUNT.id);
}
