import { addDays, type CalendarDate } from '../core/date.ts';
import { addWorkingDays, type WorkCalendar } from '../core/work-calendar.ts';
import type { ProblemStatus } from './status.ts';

/** 责任单位下一步: sign for it, answer, or answer anew after a recheck that failed. */
export type UnitMove = 'receive' | 'answer' | 'answer_again';

/** The move that a unit owes a problem; null while the next one is the office's, or none is left. */
export function unitMove(status: ProblemStatus): UnitMove | null {
  if (status === 'handed_over') return 'receive';
  if (status === 'received') return 'answer';
  return status === 'partly_rectified' || status === 'not_rectified' ? 'answer_again' : null;
}

/** How near a last permitted day is. `next` = up to the end of the next working day. */
export type Nearness = 'overdue' | 'today' | 'next' | 'later' | 'undated';

/** How near the last permitted day is on a day; the day itself is still in time. */
export function nearnessOf(due: CalendarDate | null, today: CalendarDate, calendar: WorkCalendar): Nearness {
  if (due === null) return 'undated';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= addWorkingDays(today, 1, calendar).day ? 'next' : 'later';
}

/** What a unit owes at a moment: problems with their move, and other things with a last day. */
export interface Owed {
  problems: readonly { move: UnitMove; due: CalendarDate | null; count: number }[];
  /** 整改情况扫描件 still to be handed in, and tasks of notices. */
  reports: readonly { due: CalendarDate | null }[];
  tasks: readonly { due: CalendarDate | null }[];
  /** 工作提示 and self-checks not yet done. */
  prompts: readonly { due: CalendarDate | null }[];
  /** Columns and accounts that are in time and near the last day to publish something. */
  limits: readonly { what: 'column' | 'account'; daysLeft: number }[];
}

/** Days before its last one from which a column or account is named in the sentence of the day. */
const PUBLISH_WITHIN_DAYS = 7;

/**
 * 一句话: what is expected of a unit today (今天有2件待签收、1件明天到期). What is late comes first; a problem that waits for a
 * signature and is due tomorrow is counted under both, because both have to be done.
 */
export function expectedToday({ problems, reports, tasks, prompts, limits }: Owed, today: CalendarDate, calendar: WorkCalendar): string {
  const count = (of: (problem: Owed['problems'][number]) => boolean): number =>
    problems.reduce((n, problem) => n + (of(problem) ? problem.count : 0), 0);
  const at = (near: Nearness) => (problem: { due: CalendarDate | null }) => nearnessOf(problem.due, today, calendar) === near;
  const next = count(at('next'));
  const tomorrow = count(({ due }) => due === addDays(today, 1));
  const late = ({ due }: { due: CalendarDate | null }): boolean => nearnessOf(due, today, calendar) === 'overdue';
  const silent = (kind: 'column' | 'account'): number =>
    limits.filter(({ what, daysLeft }) => what === kind && daysLeft <= PUBLISH_WITHIN_DAYS).length;
  const parts = [
    piece(count(at('overdue')), '件已逾期'),
    piece(
      count(({ move }) => move === 'receive'),
      '件待签收',
    ),
    piece(count(at('today')), '件今天到期'),
    piece(tomorrow, '件明天到期'),
    piece(next - tomorrow, '件下一个工作日到期'),
    piece(reports.length, '份整改情况扫描件待报'),
    piece(tasks.filter(late).length, '项工作要求已逾期'),
    piece(tasks.filter(at('today')).length, '项工作要求今天到期'),
    piece(tasks.filter(at('next')).length, '项工作要求下一个工作日到期'),
    piece(prompts.length, '条工作提示待落实'),
    piece(silent('column'), `个栏目${PUBLISH_WITHIN_DAYS}天内须更新`),
    piece(silent('account'), `个账号${PUBLISH_WITHIN_DAYS}天内须更新`),
  ].filter((part) => part !== null);
  if (parts.length > 0) return `今天有${parts.join('、')}。`;
  const left = count(() => true) + tasks.length;
  return left > 0 ? `今天没有到期事项，手上还有${left}件在办。` : '今天没有需要办理的事项。';
}

const piece = (n: number, words: string): string | null => (n > 0 ? `${n}${words}` : null);
