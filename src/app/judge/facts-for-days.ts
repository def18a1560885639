import { addDays, type CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactKind } from '../../evidence/facts.ts';
import { factsBetween, latestFacts } from '../../store/facts.ts';
import type { Db } from '../../store/schema.ts';
import { endOfDay, SPAN_DAYS } from './facts-for-day.ts';

/**
 * What `factsForDay` would answer of these kinds for each of some days, read once for all of them. `proof` is not among the kinds: it is
 * read by a question of its own.
 */
export async function factsForDays(
  db: Db,
  channelIds: readonly string[],
  days: readonly CalendarDate[],
  kinds: ReadonlySet<FactKind>,
): Promise<(day: CalendarDate) => Fact[]> {
  const [first, last] = [days[0], days.at(-1)];
  const bySubject = new Map<string, Fact[]>();
  if (first === undefined || last === undefined) return () => [];
  for (const kind of kinds) {
    if (SPAN_DAYS[kind] === 0) continue;
    const from = endOfDay(addDays(first, -SPAN_DAYS[kind]));
    const facts = [
      ...(await latestFacts(db, channelIds, [kind], from)),
      ...(await factsBetween(db, channelIds, [kind], from, endOfDay(last))),
    ];
    for (const fact of facts) {
      const key = `${fact.channelId} ${kind} ${fact.subjectId}`;
      const mine = bySubject.get(key);
      if (mine) mine.push(fact);
      else bySubject.set(key, [fact]);
    }
  }
  return (day) => [...bySubject.values()].flatMap((facts) => seenBy(facts, day));
}

/** Of one subject's facts of one kind, oldest first: those of the span that ends with the day, and the newest before it. */
function seenBy(facts: readonly Fact[], day: CalendarDate): Fact[] {
  const [{ kind } = { kind: 'probe' as const }] = facts;
  const from = endOfDay(addDays(day, -SPAN_DAYS[kind]));
  const until = endOfDay(day);
  const seen = facts.filter(({ at }) => at <= until);
  const within = seen.findIndex(({ at }) => at > from);
  const before = within < 0 ? seen.length : within;
  return seen.slice(Math.max(0, before - 1));
}
