import { type CalendarDate, daysBetween } from '../core/date.ts';
import type { Problem } from './event.ts';

/** Days after a fix within which the same undated finding counts as a fix that did not hold (治而未绝). */
const REOPEN_WITHIN_DAYS = 7;

/**
 * Whether a finding is the same lapse as an earlier problem of its fingerprint.
 * Where both name the last update, the dates decide: the same or an older one means that nothing was updated and the
 * fix was none; a later one means that it was put right and lapsed again, which is a new problem linked to the old
 * (seeds P12: account found stale in January, updated, found stale in March). Without dates, a few days decide.
 */
export function isSameLapse(
  earlier: Pick<Problem, 'measured'>,
  settledOn: CalendarDate | null,
  finding: { measured: Problem['measured'] },
  day: CalendarDate,
): boolean {
  const before = earlier.measured.lastUpdate;
  const now = finding.measured.lastUpdate;
  if (typeof before === 'string' && typeof now === 'string') return now <= before;
  return settledOn === null || daysBetween(settledOn, day) <= REOPEN_WITHIN_DAYS;
}
