import type { CalendarDate } from '../core/date.ts';
import { periodOf } from '../core/period.ts';

/** A piece of good work of an account: its form (海报、漫画、直播 …) and its day (seeds R13). */
export interface Practice {
  accountId: string;
  form: string;
  date: CalendarDate;
}

export interface PracticeProposal {
  accountId: string;
  /** 2022-Q4. */
  quarter: string;
  /** Different forms in the order of their first day. */
  forms: readonly string[];
  works: number;
}

/** Number of different forms in a quarter from which an account is proposed. */
const FORMS_WANTED = 3;

/** Accounts to propose for praise: three or more forms within one quarter. An editor decides; nobody is named by itself. */
export function proposeAccounts(practices: readonly Practice[]): PracticeProposal[] {
  const groups = new Map<string, Practice[]>();
  for (const practice of practices.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const key = `${periodOf('quarter', practice.date).id} ${practice.accountId}`;
    const group = groups.get(key);
    if (group) group.push(practice);
    else groups.set(key, [practice]);
  }
  return [...groups]
    .map(([key, works]) => ({
      accountId: (works[0] as Practice).accountId,
      quarter: key.split(' ')[0] as string,
      forms: [...new Set(works.map(({ form }) => form))],
      works: works.length,
    }))
    .filter(({ forms }) => forms.length >= FORMS_WANTED)
    .sort(
      (a, b) =>
        a.quarter.localeCompare(b.quarter) ||
        b.forms.length - a.forms.length ||
        b.works - a.works ||
        a.accountId.localeCompare(b.accountId),
    );
}
