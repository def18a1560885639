import { setTimeout as sleep } from 'node:timers/promises';
import { type CalendarDate, dateAt } from '../../src/core/date.ts';

/** What a story of commands on the real clock may take on a busy machine. */
const NEEDED_MS = 240_000;
const ASK_EVERY_MS = 1_000;

/** Today, with time left in it: a story that began before midnight and ends after it would speak of two days. Waits for the next one then. */
export async function dayWithTime(): Promise<CalendarDate> {
  const dayIn = (ms: number): CalendarDate => dateAt(new Date(Date.now() + ms).toISOString());
  while (dayIn(0) !== dayIn(NEEDED_MS)) await sleep(ASK_EVERY_MS);
  return dayIn(0);
}
