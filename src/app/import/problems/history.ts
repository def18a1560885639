import { type CalendarDate, dateAt, type Instant } from '../../../core/date.ts';
import { stableId } from '../../../core/id.ts';
import type { Period } from '../../../core/period.ts';
import type { WorkCalendar } from '../../../core/work-calendar.ts';
import { type ActDraft, apply } from '../../../ledger/apply.ts';
import { closePeriod } from '../../../ledger/close-period.ts';
import { deadlineData, makeDeadline } from '../../../ledger/deadline.ts';
import { enterProblem } from '../../../ledger/entry.ts';
import type { Actor } from '../../../ledger/event.ts';
import type { LedgerEntry } from '../../../ledger/reconcile-input.ts';
import { machinePrint } from '../../ledger/machine-print.ts';
import type { ProblemDoubt, SettledProblem } from './settled-problem.ts';

/** The period a notice reports on and the days it gives. */
export interface NoticePeriod {
  period: Period;
  /** 统计截止日: what is not dated counts as found on it. */
  cutoff: CalendarDate;
  /** Day the units were told by it. */
  signedOn: CalendarDate;
}

export interface HistoryInput {
  areaId: string;
  importId: string;
  /** Name of the file, printed with every act as what it rests on. */
  source: string;
  /** Hash of the kept file. */
  document: string;
  at: Instant;
  notice: NoticePeriod | null;
  calendar: WorkCalendar;
  /** 整改期限 of the area where the file gives none. */
  workingDays: number;
}

/** In whose name an imported file speaks. */
const OFFICE: Actor = { role: 'office', unitId: null, name: '办公室（历史台账）' };
/** A row whose own dates contradict it was written by somebody, but the office has yet to confirm it. */
const NOTICE: Actor = { role: 'third_party', unitId: null, name: '原通报' };

const WITHDRAWN: Record<Exclude<ProblemDoubt, 'contradicts'>, string> = {
  unnamed: '原文没有点名是哪个单位，只作记录，不计入任何单位的存量',
  restates: '是对以前问题整改情况的说明，各个问题另有台账，不重复计数',
  warning: '只是到期提醒，不是问题，不计入存量',
};

const later = (...days: readonly (CalendarDate | null | undefined)[]): CalendarDate =>
  days
    .filter((day) => !!day)
    .sort()
    .at(-1) as CalendarDate;

/** Ledger entries of printed problems, told as the file tells them: found, handed over, rechecked, carried over. */
export function historiesOf(problems: readonly SettledProblem[], input: HistoryInput): { ref: string; entry: LedgerEntry }[] {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const told = problems.map((problem) => {
    const comesBack = problems.find((other) => other.recurrenceOf === problem.ref) ?? null;
    const entry = tell(problem, comesBack, { ids, taken }, input);
    ids.set(problem.ref, entry.problem.id);
    return { ref: problem.ref, entry };
  });
  return input.notice ? carriedOver(told, input.notice, input) : told;
}

function tell(
  problem: SettledProblem,
  comesBack: SettledProblem | null,
  { ids, taken }: { ids: ReadonlyMap<string, string>; taken: Set<string> },
  input: HistoryInput,
): LedgerEntry {
  const { notice, at } = input;
  const today = dateAt(at);
  const data = { import: input.importId, document: input.document, source: `${input.source} ${problem.ref}` };
  const foundOn = problem.foundOn ?? notice?.cutoff ?? today;
  const contradicts = problem.doubt === 'contradicts';
  const by = contradicts ? NOTICE : OFFICE;
  const print = machinePrint(problem.category, { columnId: problem.columnId, channelId: problem.channelId, url: null });
  const found = enterProblem(
    {
      areaId: input.areaId,
      unitId: problem.unitId,
      channelId: problem.channelId,
      category: problem.category,
      place: problem.place,
      text: problem.text,
      measured: measuredOf(problem, contradicts),
      foundOn,
      ...(print ? { fingerprint: print.fingerprint } : {}),
      recurrenceOf: problem.recurrenceOf === null ? null : (ids.get(problem.recurrenceOf) ?? null),
    },
    { at, by, data: { ...data, ...(print?.check && print.subject ? { check: print.check, subject: print.subject } : {}) } },
    input.calendar,
  );
  // Two printed problems in the same words at the same place are still two.
  const problemRow = taken.has(found.problem.id)
    ? {
        ...found.problem,
        id: stableId('problem', found.problem.id, problem.ref),
        fingerprint: stableId('print', found.problem.fingerprint, problem.ref),
      }
    : found.problem;
  taken.add(problemRow.id);
  let entry: LedgerEntry = { problem: problemRow, events: [{ ...found.event, problemId: problemRow.id }] };
  const act = (draft: Omit<ActDraft, 'at' | 'by'>): void => {
    const event = apply(entry.problem, entry.events, { ...draft, at, by: OFFICE, data: { ...data, ...draft.data } });
    entry = { ...entry, events: [...entry.events, event] };
  };
  const handOver = (day: CalendarDate, due: CalendarDate | null): void => {
    const term =
      due === null
        ? ({ kind: 'working_days', days: input.workingDays } as const)
        : ({ kind: 'date', day: later(due, day), countsNamedDay: true } as const);
    act({ act: 'handed_over', day, data: deadlineData(makeDeadline(term, day, input.calendar, input.source)) });
  };

  if (contradicts) return entry;
  if (problem.doubt !== null) {
    act({ act: 'withdrawn', day: foundOn, reason: WITHDRAWN[problem.doubt as keyof typeof WITHDRAWN] });
    return entry;
  }
  // Fixed in time: an account that was seen silent again had been updated in between.
  const looked = later(foundOn, problem.rectifiedOn ?? comesBack?.lastUpdate ?? notice?.cutoff ?? today);
  const handed = problem.handedOn === null ? null : later(foundOn, problem.handedOn);
  const signedOn = notice ? later(foundOn, notice.signedOn) : null;
  switch (problem.rectified) {
    case 'yes':
    case 'closed':
      if (handed !== null && handed <= looked) handOver(handed, problem.dueOn);
      act({ act: 'rechecked_fixed', day: looked });
      if (notice || problem.rectified === 'closed') act({ act: 'closed', day: looked });
      break;
    case 'no':
    case 'partly':
      // What was found unfixed had been given to the unit, whether or not the file says when.
      handOver(handed ?? foundOn, problem.dueOn ?? looked);
      act(
        problem.rectified === 'no'
          ? { act: 'rechecked_not', day: later(looked, handed) }
          : { act: 'rechecked_partly', day: later(looked, handed), reason: '原文写明整改不彻底' },
      );
      if (signedOn !== null) handOver(later(signedOn, looked), null);
      break;
    case null:
      if (signedOn !== null) handOver(signedOn, problem.dueOn);
      else if (handed !== null || problem.dueOn !== null) handOver(handed ?? foundOn, problem.dueOn);
      break;
  }
  return entry;
}

function measuredOf({ lastUpdate, limit, place }: SettledProblem, contradicts: boolean) {
  // Dates that contradict the claim are kept as printed, under names no claim is read from.
  const times = contradicts ? { printedLastUpdate: lastUpdate, printedLimit: limit } : { lastUpdate, limit };
  const stated = Object.entries({ ...times, path: place.label }).filter(([, value]) => value !== null);
  return Object.fromEntries(stated) as Record<string, string>;
}

/** What stood in the stock at the notice's cut-off goes over into the next period (连续N个月 counts from here). */
function carriedOver(
  told: readonly { ref: string; entry: LedgerEntry }[],
  { period, cutoff, signedOn }: NoticePeriod,
  { at, importId }: HistoryInput,
): { ref: string; entry: LedgerEntry }[] {
  const day = later(cutoff, signedOn);
  const { events } = closePeriod(
    told.map(({ entry }) => entry),
    { period: period.id, after: null, cutoff, day, at, by: OFFICE },
  );
  return told.map(({ ref, entry }) => {
    const own = events
      .filter(({ problemId }) => problemId === entry.problem.id)
      .map((event) => ({ ...event, data: { ...event.data, import: importId } }));
    return { ref, entry: { ...entry, events: [...entry.events, ...own] } };
  });
}
