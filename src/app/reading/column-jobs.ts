import type { ColumnJob } from '../../collect/site/job.ts';
import { type CalendarDate, type Instant, instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { type EarlierReadings, isTrusted } from '../../evidence/list-continuity.ts';
import { findFacts, latestFacts } from '../../store/facts.ts';
import { acceptedLooks, keepRuleTest, listReadingRules } from '../../store/reading-rules.ts';
import type { App } from '../open.ts';
import { testRule } from './self-test.ts';

type ListFact = Fact<'column-list'>;

/** Columns of a site with what reading them needs: the rule in force, tested on its example, and what was read before. */
export async function columnJobs(app: App, siteId: string, columns: readonly ColumnJob[], day: CalendarDate): Promise<ColumnJob[]> {
  const rules = new Map<string, ColumnJob['rule']>();
  for (const rule of await listReadingRules(app.db, [siteId])) {
    const fault = await testRule(app, rule);
    await keepRuleTest(app.db, rule, fault, app.now());
    rules.set(rule.columnId, { id: rule.id, selectors: rule.selectors, dated: rule.dated, broken: fault !== null });
  }
  const earlier = await earlierReadings(app, siteId, instantOf(day, '23:59:59'));
  return columns.map((column) => ({ ...column, rule: rules.get(column.id) ?? null, earlier: earlier.get(column.id) ?? null }));
}

/** The newest look at each column of a site, and the last reading nobody doubts: by itself, or because a person vouched for it. */
async function earlierReadings(app: App, siteId: string, until: Instant): Promise<Map<string, EarlierReadings>> {
  const latest = await latestFacts(app.db, [siteId], ['column-list'], until);
  const accepted = await acceptedLooks(app.db, siteId);
  const doubted = latest.filter(({ data }) => !isTrusted(data));
  const wanted = doubted.flatMap(({ subjectId, data }) => [data.continuity?.trusted ?? [], accepted.get(subjectId) ?? []].flat());
  const kept = new Map((wanted.length === 0 ? [] : await findFacts(app.db, siteId, wanted)).map((fact) => [fact.id, fact as ListFact]));
  return new Map(
    latest.map((last) => {
      const { doubt = null, trusted = null } = last.data.continuity ?? {};
      const vouched = kept.get(accepted.get(last.subjectId) ?? '');
      const before = kept.get(trusted ?? '') ?? null;
      const base = isTrusted(last.data) ? last : vouched && doubt && vouched.at >= doubt.since ? vouched : before;
      return [last.subjectId, { last, trusted: base }];
    }),
  );
}
