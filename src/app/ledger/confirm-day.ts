import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Actor } from '../../ledger/event.ts';
import type { App } from '../open.ts';
import { actOnProblems } from './act.ts';

/** Confirms, in the name of a person of the office, everything that is suspected (人工复核). Answers how many. */
export async function confirmSuspected(app: App, areaId: string, day: CalendarDate, at: Instant, by: Actor): Promise<number> {
  const events = await actOnProblems(app, areaId, (_entry, { status }) => status === 'suspected', { act: 'confirmed', at, day, by });
  return events.length;
}
