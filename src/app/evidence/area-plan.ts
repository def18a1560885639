import { addDays, type CalendarDate, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { parsePeriod, previousPeriod } from '../../core/period.ts';
import { FACT_KINDS, type FactKind } from '../../evidence/facts.ts';
import { judgedAgainFrom, type ReckonedSpan, type RetentionRules, retentionRules, termBegins } from '../../evidence/retention.ts';
import type { CitationTerm } from '../../store/evidence-marks.ts';
import { readSettings } from '../../store/settings.ts';
import { endOfDay, SPAN_DAYS } from '../judge/facts-for-day.ts';
import type { App } from '../open.ts';
import { periodsOf, todayOf } from '../views/area-of.ts';

/** Setting of an area that overrides the shipped rules. */
const RULES_KEY = 'retention';

/** What a clearing may do in one area. */
export interface AreaPlan {
  today: CalendarDate;
  rules: RetentionRules;
  /** Every day from here on must be judged again to the same bytes; null = every day, so nothing is thinned. */
  judgedAgainFrom: CalendarDate | null;
  /** By kind, the last moment at which a look may be thinned; null with the above. */
  thinUntil: Record<FactKind, Instant> | null;
  term: CitationTerm;
}

/** Works out what may go in an area. `expired`: the evidence of problems closed before the term too. */
export async function planOf(app: App, areaId: string, expired: boolean): Promise<AreaPlan> {
  const rules = await rulesOf(app, areaId);
  const today = await todayOf(app, areaId);
  const from = judgedAgainFrom(rules, today, await reckonedSpans(app, areaId));
  const begins = termBegins(rules, today);
  return {
    today,
    rules,
    judgedAgainFrom: from,
    thinUntil: from === null ? null : untilByKind(from),
    term: { areaId, findingsFrom: begins, problemsFrom: expired ? begins : null },
  };
}

/** A judgement reads the looks of some days back, and the newest before them; the newest of any span always stays. */
function untilByKind(from: CalendarDate): Record<FactKind, Instant> {
  const kinds = Object.keys(FACT_KINDS) as FactKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, endOfDay(addDays(from, -SPAN_DAYS[kind]))])) as Record<FactKind, Instant>;
}

async function rulesOf(app: App, areaId: string): Promise<RetentionRules> {
  const parsed = retentionRules.safeParse((await readSettings(app.db, areaId)).get(RULES_KEY) ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MingchaError(
    'bad-input',
    `本地区的设置“${RULES_KEY}”内容不对：${issue?.path.join('.')} ${issue?.message}。`,
    '请改正证据留存规则后再清理；没有作任何改动。',
    { cause: parsed.error },
  );
}

/** The periods that were reckoned, each with the cut-off it goes on from. */
async function reckonedSpans(app: App, areaId: string): Promise<ReckonedSpan[]> {
  const periods = await periodsOf(app, areaId);
  const cutoffs = new Map(periods.map(({ id, cutoff }) => [id, cutoff]));
  return periods.map(({ id, kind, cutoff }) => ({ kind, cutoff, after: cutoffs.get(previousPeriod(parsePeriod(id)).id) ?? null }));
}
