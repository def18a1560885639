import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactKind } from '../../evidence/facts.ts';
import { factsBetween, latestFacts } from '../../store/facts.ts';
import { readingsToJudge } from '../../store/proof-pages.ts';
import type { Db } from '../../store/schema.ts';

/**
 * How many days of looks a judgement reads of each kind, 0 = none of it. The newest look before that span is read too, however old, so
 * that "it had content before" and "the last post was in January" are known. Longer spans change no verdict, only cost.
 */
export const SPAN_DAYS: Readonly<Record<FactKind, number>> = {
  probe: 8,
  home: 15,
  'column-list': 15,
  article: 400,
  link: 15,
  'site-marks': 15,
  'account-posts': 31,
  guide: 15,
  'carry-over': 31,
  sweep: 1,
  'page-view': 1,
  // Thousands a site, each written once: nobody reads them by the day.
  attachment: 0,
  // No check judges by these yet.
  certificate: 1,
  'address-family': 1,
  'mixed-content': 1,
  domain: 1,
  'site-search': 1,
  // Bytes for the reading of intrusion, which says what they showed.
  'search-engine-view': 0,
  'page-again': 0,
  'page-intrusion': 15,
  'external-hosts': 15,
  // The newest of every finding ever decided comes in any case.
  'proof-decision': 1,
  // A person's answer is judged on its own day; the period takes it from there (`answersBetween`).
  'card-answer': 1,
  'card-picture': 0,
  // By a question of its own (`readingsToJudge`): pages without findings are most, and nobody judges by them.
  proof: 0,
};

/** A day's last moment in Shanghai, what was seen at it included. */
export const endOfDay = (day: CalendarDate): string => instantOf(day, '23:59:59');

/** Everything the checks of a day may read about these channels: what was seen up to its end. `wanted`: only these kinds of it. */
export async function factsForDay(
  db: Db,
  channelIds: readonly string[],
  day: CalendarDate,
  wanted: ReadonlySet<FactKind> | null = null,
): Promise<Fact[]> {
  const until = endOfDay(day);
  const bySpan = new Map<number, FactKind[]>();
  for (const [kind, days] of Object.entries(SPAN_DAYS) as [FactKind, number][])
    if (wanted === null || wanted.has(kind)) bySpan.set(days, [...(bySpan.get(days) ?? []), kind]);
  const facts = new Map<string, Fact>();
  for (const [days, kinds] of bySpan) {
    if (days === 0) continue;
    const from = endOfDay(addDays(day, -days));
    for (const fact of await factsBetween(db, channelIds, kinds, from, until)) facts.set(fact.id, fact);
    for (const fact of await latestFacts(db, channelIds, kinds, from)) facts.set(fact.id, fact);
  }
  if (wanted === null || wanted.has('proof')) for (const fact of await readingsToJudge(db, channelIds, until)) facts.set(fact.id, fact);
  return [...facts.values()];
}
