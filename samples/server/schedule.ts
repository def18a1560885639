import { addDays, type CalendarDate } from '../../src/core/date.ts';
import { between, type Random } from './random.ts';

export interface Spell {
  from: CalendarDate;
  to: CalendarDate | null;
}

/** How often something is published: days between two items, and the day a planned one slips to. */
export interface Rhythm {
  from: CalendarDate;
  to: CalendarDate;
  gap: readonly [number, number];
  /** The planned day or a later one on which it may really happen. */
  shift: (day: CalendarDate) => CalendarDate;
}

const CATCHING_UP = 2;

/**
 * Days of publication, rising, no day twice. In a silence there is an item on its first day exactly, nothing after it,
 * the next one on its last day exactly and two more on the days after; the rhythm goes on from there.
 */
export function publicationDays(random: Random, rhythm: Rhythm, silences: readonly Spell[]): CalendarDate[] {
  const days: CalendarDate[] = [];
  const step = (from: CalendarDate): CalendarDate => rhythm.shift(addDays(from, between(random, ...rhythm.gap)));
  let next: CalendarDate = rhythm.shift(addDays(rhythm.from, between(random, 0, rhythm.gap[1])));
  for (const silence of [...silences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    for (; next < silence.from; next = step(next)) days.push(next);
    days.push(silence.from);
    if (silence.to === null) return days;
    days.push(silence.to);
    // Who puts a silent column right adds a few items at once.
    next = rhythm.shift(addDays(silence.to, 1));
    for (let i = 0; i < CATCHING_UP; i += 1) {
      days.push(next);
      next = i === CATCHING_UP - 1 ? step(next) : rhythm.shift(addDays(next, 1));
    }
  }
  for (; next <= rhythm.to; next = step(next)) days.push(next);
  return days;
}
