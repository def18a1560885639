import type { Instant } from './date.ts';

/** Hours of the day in Shanghai, `22:00` to `06:00`: `from` included, `to` not; they may run over midnight. */
export interface Hours {
  from: string;
  to: string;
}

const MINUTE_MS = 60_000;
const SHANGHAI_MINUTES = 8 * 60;
const DAY_MINUTES = 24 * 60;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const minuteOfDay = (at: Instant): number => (Math.floor(Date.parse(at) / MINUTE_MS) + SHANGHAI_MINUTES) % DAY_MINUTES;

/** Whether a moment lies in the hours. */
export function isWithin({ from, to }: Hours, at: Instant): boolean {
  const now = minuteOfDay(at);
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  return begin <= end ? now >= begin && now < end : now >= begin || now < end;
}

/** Milliseconds until the hours begin again; 0 within them. */
export function msUntil(hours: Hours, at: Instant): number {
  if (isWithin(hours, at)) return 0;
  const wait = (minutesOf(hours.from) - minuteOfDay(at) + DAY_MINUTES) % DAY_MINUTES;
  return wait * MINUTE_MS - (Date.parse(at) % MINUTE_MS);
}
