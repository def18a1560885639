import { z } from 'zod';
import { type CalendarDate, daysBetween } from '../core/date.ts';
import { type Limit, limitName } from '../core/limit.ts';
import type { Fact } from '../evidence/fact.ts';
import type { ListItem } from '../evidence/facts.ts';
import { defineCheck, type FactsByKind, type SubjectMap } from './define.ts';
import { holdAgainst, holdDates, readColumn } from './lib/column-reading.ts';
import { listDates } from './lib/list-dates.ts';
import { lookDay, within } from './lib/looks.ts';
import { limitOption, lookWithinDays } from './lib/options.ts';
import { outcomeReason } from './lib/outcome-reason.ts';
import { fail, finding, notRun, pass, type Unknown } from './lib/result.ts';
import { factsOfColumn } from './lib/site-columns.ts';
import { shortDate } from './lib/words.ts';

/** 国办秘函〔2019〕19号 首页不更新. */
export const check = defineCheck({
  id: 'home-stale',
  version: 1,
  clause: 'SV-3',
  subject: 'site',
  needs: ['home'],
  options: z.strictObject({ limit: limitOption('P14D', '首页应在多长时间内有更新'), lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '首页超期未更新',
    line: '首页超过两周未更新',
    remedy: '在首页及时发布新的信息。',
    reviewer: '打开首页，逐个区块找最新日期；首页没有日期的，点开信息看。',
  },
  page: {
    why: '单项否决：首页两周没有新信息，说明网站无人维护。',
    looksAt:
      '首页各条信息的日期取最新一条；首页没有显示日期的，用栏目列表和信息页上同一条的日期。首页只是导航入口的，改看已登记的各栏目页面，全都没有更新才算。',
    limits: '第14天仍在时限内，第15天起认定。有信息没有日期而可能更新的，日期矛盾、晚于查看日的，交人工判断。',
    fires: ['首页最新一条是12月12日，12月27日查看：相隔15天。'],
    passes: ['首页最新一条是12月13日，12月27日查看：相隔14天。', '导航型首页，有一个栏目上周更新过。'],
  },
  judge({ subject, facts }, at, options) {
    const looks = within(facts.home, at, options.lookWithinDays);
    const last = looks.at(-1);
    const home = looks.filter((fact) => fact.data.outcome === 'ok').at(-1);
    if (!last) return notRun('no-evidence', {});
    const latest: Unknown | null = last.data.outcome === 'ok' ? null : { verdict: 'not-run', reason: outcomeReason(last.data.outcome) };
    if (!home) return notRun(latest?.reason ?? 'no-evidence', {});
    const answer = home.data.navigationOnly
      ? ofColumns(subject, facts, options.limit, at, options.lookWithinDays)
      : ofHome(home, latest, facts, options.limit, at);
    const measured = { limit: options.limit, navigationOnly: home.data.navigationOnly };
    if (answer.state === 'unknown') return { ...answer.unknown, findings: [], measured: { ...measured, lastUpdate: answer.newest } };
    const numbers = { ...measured, lastUpdate: answer.newest, days: daysBetween(answer.newest, at) };
    if (answer.state === 'in-time') return pass(numbers);
    const { site } = subject;
    const text = `首页超过${limitName(options.limit)}未更新，最新更新时间为${shortDate(answer.newest, at)}`;
    const evidence = [...new Set([home.id, ...answer.evidence])];
    return fail(
      [finding('problem', 'home_stale', { type: 'site', id: site.id, label: site.name, url: site.url }, text, evidence, numbers)],
      numbers,
    );
  },
});

type HomeAnswer =
  | { state: 'in-time' | 'overdue'; newest: CalendarDate; evidence: readonly string[] }
  | { state: 'unknown'; unknown: Unknown; newest: CalendarDate | null };

/** Items of the home page, dated from the lists and articles where it shows no date itself. */
function ofHome(home: Fact<'home'>, latest: Unknown | null, facts: FactsByKind, limit: Limit, at: CalendarDate): HomeAnswer {
  const listed = new Map(
    (facts['column-list'] ?? []).flatMap((fact) =>
      fact.data.items.flatMap((item) => (item.href && item.date ? [[item.href, item] as const] : [])),
    ),
  );
  const items = home.data.items.map((item): ListItem => {
    const twin = item.date === null && item.href !== null ? listed.get(item.href) : undefined;
    return twin ? { ...item, date: twin.date, dateSource: twin.dateSource } : item;
  });
  const day = lookDay(home);
  const dates = listDates(items, home.data.newestDate, facts.article ?? [], day);
  // Blocks of a home page each have their own order, so an undated item anywhere may be the newest.
  const mixed = { ...dates, undatedMayBeNewer: dates.undated > 0, oldestFirst: false };
  const answer = holdDates(mixed, day, latest, limit, at);
  return answer.state === 'unknown' ? answer : { ...answer, evidence: [] };
}

/** A home page that only leads on: its second-level pages count together, and all must be without update. */
function ofColumns({ columns }: SubjectMap['site'], facts: FactsByKind, limit: Limit, at: CalendarDate, days: number): HomeAnswer {
  const answers = columns
    .filter((column) => column.url !== null)
    .map((column) => holdAgainst(readColumn(factsOfColumn(facts, column.id), at, days), limit, at));
  const fresh = answers.find((answer) => answer.state === 'in-time');
  if (fresh?.state === 'in-time') return { state: 'in-time', newest: fresh.newest, evidence: [fresh.fact.id] };
  const open = answers.find((answer) => answer.state === 'unknown');
  if (open?.state === 'unknown') return open;
  const stale = answers.flatMap((answer) => (answer.state === 'overdue' ? [answer] : []));
  const newest = stale
    .map((answer) => answer.newest)
    .sort()
    .at(-1);
  if (newest === undefined) return { state: 'unknown', unknown: { verdict: 'cannot-tell', reason: 'needs-person' }, newest: null };
  return { state: 'overdue', newest, evidence: stale.map((answer) => answer.fact.id) };
}
