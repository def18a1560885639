import { type CalendarDate, daysBetween, type Instant } from '../core/date.ts';
import { type WorkCalendar, workingDaysBetween } from '../core/work-calendar.ts';

/** 工作提示: something asked of many units at once, by a day; 举一反三: a class of problems each looks for with itself (seeds O07, P10). */
export const PROMPT_KINDS = { task: '工作提示', self_check: '举一反三自查' } as const;
export type PromptKind = keyof typeof PROMPT_KINDS;

/** What is told of one unit. Append-only; how it stands is their sum. */
export const PROMPT_ACTS = { received: '确认收到', done: '反馈完成', returned: '退回' } as const;
export type PromptAct = keyof typeof PROMPT_ACTS;

/** 落实较快 and 落实迟缓 (seeds O08); `waiting` = not done, and the day not past. */
export const SPEEDS = { fast: '落实较快', in_time: '按期完成', slow: '落实迟缓', waiting: '办理中' } as const;
export type Speed = keyof typeof SPEEDS;
export const SPEED_CODES = Object.keys(SPEEDS) as Speed[];

/** How far a prompt has come as a whole. */
export const PROMPT_STATES = { late: '有逾期', running: '办理中', done: '全部完成', withdrawn: '已撤回' } as const;
export type PromptState = keyof typeof PROMPT_STATES;

/** When a unit counts as fast, as the area set it when the prompt went out. */
export interface FastRule {
  /** Most days between the prompt and its being done. */
  within: number;
  days: 'calendar' | 'working';
  /** And among the first to be done, this many of them; null = all. */
  first: number | null;
}

export interface PromptEvent {
  unitId: string;
  act: PromptAct;
  /** When it happened: for what somebody told on the phone, the moment that was named. */
  moment: Instant;
  day: CalendarDate;
}

export interface PromptTerms {
  sentOn: CalendarDate;
  /** The last permitted day; null: none was set, and then nobody is late. */
  dueOn: CalendarDate | null;
  fast: FastRule;
}

/** How a unit stands on a day. */
export interface PromptStanding {
  unitId: string;
  receivedAt: Instant | null;
  doneAt: Instant | null;
  doneOn: CalendarDate | null;
  /** Place in the order of completion, from 1; those of the same moment share it. */
  place: number | null;
  /** Days from the prompt to the completion, counted as the rule says. */
  days: number | null;
  speed: Speed;
}

/** The completion that stands: a later return takes it away. */
const standingDone = (events: readonly PromptEvent[]): PromptEvent | null => {
  const last = events.findLast(({ act }) => act !== 'received');
  return last?.act === 'done' ? last : null;
};

/**
 * How every unit asked stands at the end of a day, in the order given (seeds O07, O08). Fast: done within the days of the rule, not
 * after the due day, and among the first where the rule says so. Slow: done after the due day, or still not done when it is past.
 */
export function promptStandings(
  terms: PromptTerms,
  unitIds: readonly string[],
  events: readonly PromptEvent[],
  day: CalendarDate,
  calendar: WorkCalendar,
): PromptStanding[] {
  const said = new Map<string, PromptEvent[]>(unitIds.map((id) => [id, []]));
  for (const event of events) if (event.day <= day) said.get(event.unitId)?.push(event);
  const done = new Map(unitIds.map((id) => [id, standingDone(said.get(id) ?? [])]));
  const moments = [...done.values()].flatMap((event) => (event === null ? [] : [event.moment])).toSorted();
  return unitIds.map((unitId) => {
    const event = done.get(unitId) ?? null;
    const place = event === null ? null : 1 + moments.indexOf(event.moment);
    const days = event === null ? null : daysTaken(terms, event.day, calendar);
    return {
      unitId,
      receivedAt: said.get(unitId)?.find(({ act }) => act !== 'returned')?.moment ?? null,
      doneAt: event?.moment ?? null,
      doneOn: event?.day ?? null,
      place,
      days,
      speed: speedOf(terms, day, event === null ? null : { on: event.day, days: days as number, place: place as number }),
    };
  });
}

function daysTaken({ sentOn, fast }: PromptTerms, doneOn: CalendarDate, calendar: WorkCalendar): number {
  return fast.days === 'working' ? workingDaysBetween(sentOn, doneOn, calendar).days : daysBetween(sentOn, doneOn);
}

function speedOf({ dueOn, fast }: PromptTerms, day: CalendarDate, done: { on: CalendarDate; days: number; place: number } | null): Speed {
  if (done === null) return dueOn !== null && day > dueOn ? 'slow' : 'waiting';
  if (dueOn !== null && done.on > dueOn) return 'slow';
  return done.days <= fast.within && (fast.first === null || done.place <= fast.first) ? 'fast' : 'in_time';
}

/** State of a prompt on a day; one that asks nobody is done. */
export function promptState(
  { withdrawn, dueOn }: { withdrawn: boolean; dueOn: CalendarDate | null },
  standings: readonly PromptStanding[],
  day: CalendarDate,
): PromptState {
  if (withdrawn) return 'withdrawn';
  if (standings.every(({ doneAt }) => doneAt !== null)) return 'done';
  return dueOn !== null && dueOn < day ? 'late' : 'running';
}

/** The rule in words, for the page and below every table. */
export function fastWords({ within, days, first }: FastRule): string {
  const span = `提示后 ${within} 个${days === 'working' ? '工作日' : '自然日'}内完成`;
  return `${span}${first === null ? '' : `且为前 ${first} 名`}为落实较快，超过完成时限的为落实迟缓`;
}

/** Units of a speed in the order of completion, those not done last: as a notice names them. */
export function unitsOf(standings: readonly PromptStanding[], speed: Speed): string[] {
  const last = Number.MAX_SAFE_INTEGER;
  return standings
    .filter((standing) => standing.speed === speed)
    .toSorted((a, b) => (a.place ?? last) - (b.place ?? last))
    .map(({ unitId }) => unitId);
}
