import { addDays, type CalendarDate, dateAt, instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactKind } from '../../evidence/facts.ts';

/** The day of a look, in Shanghai. */
export const lookDay = (fact: Fact): CalendarDate => dateAt(fact.at);

/** Facts no more than `days` days older than the monitored day, oldest first. */
export function within<K extends FactKind>(facts: readonly Fact<K>[] | undefined, at: CalendarDate, days: number): readonly Fact<K>[] {
  const since = instantOf(addDays(at, -days));
  return (facts ?? []).filter((fact) => fact.at >= since);
}

/** Whether there are enough looks, far enough apart, to accuse anyone. */
export function confirmation(looks: readonly Fact[], want: { looks: number; hoursApart: number }): boolean {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || looks.length < want.looks) return false;
  return Date.parse(last.at) - Date.parse(first.at) >= want.hoursApart * 3_600_000;
}
