import { z } from 'zod';
import { addDays, type CalendarDate, dateAt, weekdayOf } from '../core/date.ts';
import type { Fact } from './fact.ts';
import { FACT_KINDS, type FactKind } from './facts.ts';

const kind = z.enum(Object.keys(FACT_KINDS) as [FactKind, ...FactKind[]]);

/** How long evidence is kept (证据留存规则): data, so that an office may keep more. Days are calendar days. */
export const retentionRules = z
  .object({
    /** For this many days every look stays, and every one of these days can be judged again to the same bytes. */
    allDays: z.number().int().min(31).default(60),
    /** After that the newest look per subject and week stays, up to this many days; then the newest per subject and month. */
    weeklyDays: z.number().int().min(31).default(365),
    /** What a problem or a notice rests on stays for the assessment year (考核年度, a calendar year) and this many years more. */
    yearsAfter: z.number().int().min(1).default(1),
    /** Kinds that are never thinned: the ledger's own statements and reviewers' decisions are few, and nobody can look at them again. */
    whole: z.array(kind).default(['carry-over', 'proof-decision', 'card-answer']),
  })
  .strict();
export type RetentionRules = z.output<typeof retentionRules>;
export const RETENTION: RetentionRules = retentionRules.parse({});

/** What the rules need to know of a look. */
export type KeptLook = Pick<Fact, 'kind' | 'subjectId' | 'at'>;

/**
 * Answers of each look whether it goes. Give it the looks of one channel, those of one subject and kind together and the
 * newest first. The newest of each week or month stays, so the state of a page before any gap is always known.
 */
export function thinning(rules: RetentionRules, today: CalendarDate): (look: KeptLook) => boolean {
  const allFrom = addDays(today, -rules.allDays);
  const weeklyFrom = addDays(today, -rules.weeklyDays);
  let last = '';
  return ({ kind, subjectId, at }) => {
    const day = dateAt(at);
    if (day > allFrom || rules.whole.includes(kind)) return false;
    const span = day > weeklyFrom ? mondayOf(day) : day.slice(0, 7);
    const place = `${kind} ${subjectId} ${span}`;
    const again = place === last;
    last = place;
    return again;
  };
}

const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/** First day whose findings, problems and notices still hold their evidence: the first of January of the oldest year within the term. */
export function termBegins(rules: RetentionRules, today: CalendarDate): CalendarDate {
  return `${String(Number(today.slice(0, 4)) - rules.yearsAfter).padStart(4, '0')}-01-01`;
}

/** A reckoned period as far as retention goes; `after` is the cut-off before it, null where none was reckoned. */
export interface ReckonedSpan {
  kind: string;
  after: CalendarDate | null;
  cutoff: CalendarDate;
}

/**
 * The day from which on every day must be judged again to the same bytes: the last reckoned period of each kind and all
 * that follows, at least the days kept whole. Null: all days, because the only period reckoned had none before it.
 * A kind given up before the term holds nothing back; where nothing was ever reckoned, the term itself stands.
 */
export function judgedAgainFrom(rules: RetentionRules, today: CalendarDate, reckoned: readonly ReckonedSpan[]): CalendarDate | null {
  const term = termBegins(rules, today);
  const latest = new Map<string, ReckonedSpan>();
  for (const span of reckoned) if ((latest.get(span.kind)?.cutoff ?? '') < span.cutoff) latest.set(span.kind, span);
  const spans = [...latest.values()].sort((a, b) => (a.cutoff < b.cutoff ? 1 : -1));
  const binding = spans.filter((span, i) => i === 0 || span.cutoff >= term);
  if (binding.some(({ after }) => after === null)) return null;
  const starts = binding.map(({ after }) => addDays(after as CalendarDate, 1));
  return [addDays(today, -rules.allDays), ...(starts.length > 0 ? starts : [term])].sort()[0] as CalendarDate;
}
