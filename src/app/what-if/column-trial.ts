import type { CheckDefinition } from '../../checks/define.ts';
import { groupBy } from '../../checks/lib/group-by.ts';
import { vetoByCount } from '../../checks/lib/site-columns.ts';
import type { Observation } from '../../checks/observation.ts';
import { runChecks } from '../../checks/run.ts';
import type { CalendarDate } from '../../core/date.ts';
import { addDays } from '../../core/date.ts';
import { lastDayWithin } from '../../core/limit.ts';
import { optionsFor, type ResolvedSheet } from '../../sheets/resolve.ts';
import { lookedAtBy } from '../../store/column-looks.ts';
import type { Column } from '../../subjects/column.ts';
import type { Register } from '../../subjects/register.ts';
import { endOfDay, SPAN_DAYS } from '../judge/facts-for-day.ts';
import { type RuleSettings, rulesFor } from '../judge/rules.ts';
import type { App } from '../open.ts';
import type { Trial } from './trial.ts';

export const COLUMN_CHECK = 'column-overdue';
const SOON = 'column-due-soon';
const VETO = 'columns-veto-long';
/** Sites whose looks and articles are held in memory at once. */
const SITES_AT_ONCE = 12;

interface Wanted {
  register: Register;
  /** Columns whose own limit is replaced by each of the limits. */
  tried: readonly Column[];
  limits: readonly string[];
  /** The last judged day of the period. */
  day: CalendarDate;
  settings: RuleSettings;
  /** What was observed of the sites, as it was judged. */
  observed: ReadonlyMap<string, readonly Observation[]>;
}

/**
 * Columns under another limit than their own. A result reads columns as they stand at the cut-off, so they are judged again for the
 * last judged day, from the looks kept then, and with them the veto by count of their sites. Of the days before, a veto stays where
 * every limit tried on the site is the shorter one, and what a column showed is held against the limit by its date. Where the limit
 * tried is the column's own, everything stays as it was judged.
 */
export async function tryColumns(app: App, { register, tried, limits, day, settings, observed }: Wanted): Promise<Trial> {
  const { sheet, catalogue } = await rulesFor(settings, day);
  const checks = catalogue.checks.filter(({ id }) => id === COLUMN_CHECK || id === SOON);
  const sites = new Set(tried.map(({ siteId }) => siteId));
  const changed = new Map(limits.map((limit) => [limit, tried.filter((column) => !isSame(column.limit, limit, day))]));
  const seenUnder = await judgedUnder(app, changed, { register, sheet, checks, day });
  const again = new Map<string, Observation[]>();
  for (const [limit, columns] of changed) {
    const seen = seenUnder.get(limit) ?? [];
    const veto = catalogue.checks.find(({ id }) => id === VETO) as CheckDefinition;
    const bySite = groupBy(columns, ({ siteId }) => siteId);
    const vetoes = [...bySite.keys()].flatMap((siteId) => {
      const was = observed.get(siteId)?.find((o) => o.checkId === VETO && o.day === day);
      const site = register.sites.find(({ id }) => id === siteId);
      if (!was || !site) return [];
      const { threshold } = veto.options.parse(optionsFor(sheet, veto, { unitId: site.unitId, subjectId: siteId })) as {
        threshold: number;
      };
      const of = register.columns.filter((column) => column.siteId === siteId);
      const rows = new Map([...(observed.get(siteId) ?? []), ...seen].filter((o) => isOf(o, day)).map((o) => [o.subjectId, o]));
      const subject = { site, columns: of };
      return [{ ...was, ...vetoByCount(subject, tallyOf(of, rows), threshold, { kind: 'long', what: '栏目应更新但长期未更新' }) }];
    });
    again.set(limit, [...seen, ...vetoes]);
  }
  const touched = new Map([...changed].map(([limit, columns]) => [limit, new Map(columns.map((column) => [column.id, column]))]));
  const keeps = (limit: string, o: Observation): Observation | null => {
    const columns = touched.get(limit);
    if (columns === undefined || !sites.has(o.channelId)) return o;
    const column = columns.get(o.subjectId);
    if (o.checkId === SOON && column) return null;
    if (o.checkId === COLUMN_CHECK && column) return o.day === day ? null : held(o, limit);
    if (o.checkId !== VETO) return o;
    const own = [...columns.values()].filter(({ siteId }) => siteId === o.channelId);
    if (own.length === 0) return o;
    return o.day < day && own.every((one) => one.limit !== null && lastDayWithin(day, one.limit) > lastDayWithin(day, limit)) ? o : null;
  };
  return { limits, again, keeps };
}

/** What the checks say of columns on a day under each limit, from what was seen of a few sites at a time. */
async function judgedUnder(
  app: App,
  changed: ReadonlyMap<string, readonly Column[]>,
  { register, sheet, checks, day }: { register: Register; sheet: ResolvedSheet; checks: readonly CheckDefinition[]; day: CalendarDate },
): Promise<Map<string, Observation[]>> {
  const span = { after: endOfDay(addDays(day, -SPAN_DAYS['column-list'])), until: endOfDay(day) };
  const judged = new Map<string, Observation[]>([...changed.keys()].map((limit) => [limit, []]));
  const columns = [...new Map([...changed.values()].flat().map((column) => [column.id, column])).values()];
  const siteIds = [...new Set(columns.map(({ siteId }) => siteId))];
  for (let start = 0; start < siteIds.length; start += SITES_AT_ONCE) {
    const some = new Set(siteIds.slice(start, start + SITES_AT_ONCE));
    const isOfThese = ({ siteId }: Column): boolean => some.has(siteId);
    const facts = await lookedAtBy(app.db, columns.filter(isOfThese), span);
    for (const [limit, under] of changed) {
      const subjects = { ...register, accounts: [], columns: under.filter(isOfThese).map((column) => ({ ...column, limit })) };
      judged.get(limit)?.push(...runChecks({ checks, cards: [] }, sheet, subjects, facts, day, some));
    }
  }
  return judged;
}

const isSame = (own: string | null, limit: string, day: CalendarDate): boolean =>
  own !== null && lastDayWithin(day, own) === lastDayWithin(day, limit);

const isOf = (o: Observation, day: CalendarDate): boolean => o.checkId === COLUMN_CHECK && o.day === day;

/** What an earlier day's look says under the limit by the date it rests on; what it acquitted and the limit would not stays open. */
function held(o: Observation, limit: string): Observation {
  const { lastUpdate } = o.measured;
  if (typeof lastUpdate !== 'string' || (o.verdict !== 'pass' && o.verdict !== 'fail')) return o;
  if (lastDayWithin(lastUpdate, limit) >= o.day) return { ...o, verdict: 'pass', findings: [] };
  return o.verdict === 'fail' ? o : { ...o, verdict: 'cannot-tell', reason: 'needs-person', findings: [] };
}

/** The veto's count from what was observed of each column: those counted by the other veto are left out, as its check does. */
function tallyOf(columns: readonly Column[], rows: ReadonlyMap<string, Observation>) {
  const tally: Parameters<typeof vetoByCount>[1] = { counted: [], open: [], total: 0 };
  for (const column of columns) {
    const elsewhere = column.class === 'news' || ((column.class === 'notices' || column.class === 'policy') && column.level === 1);
    const row = elsewhere || column.limit === null || column.url === null ? undefined : rows.get(column.id);
    if (!row) continue;
    tally.total += 1;
    if (row.verdict === 'fail') tally.counted.push({ column, fact: row.findings[0]?.evidence[0] ?? '' });
    if ((row.verdict === 'cannot-tell' || row.verdict === 'not-run') && row.reason !== null)
      tally.open.push({ verdict: row.verdict, reason: row.reason });
  }
  return tally;
}
