import type { z } from 'zod';
import type { Category } from '../core/category.ts';
import type { CalendarDate } from '../core/date.ts';
import type { Reason, Verdict } from '../core/verdict.ts';
import type { Fact } from '../evidence/fact.ts';
import type { FactKind } from '../evidence/facts.ts';
import type { Account, Site } from '../subjects/channel.ts';
import type { Column } from '../subjects/column.ts';

/** What a check looks at. The register part of the input, frozen at the monitored day. */
export interface SubjectMap {
  site: { site: Site; columns: readonly Column[] };
  column: { column: Column; site: Site };
  account: { account: Account /** Other accounts of the same unit and platform in operation. */; siblings: readonly Account[] };
}
export type SubjectType = keyof SubjectMap;

/** Where a finding is: enough for a person to go there. */
export interface Place {
  type: 'site' | 'column' | 'account' | 'page';
  id: string;
  /** Path, account name or page title as people call it. */
  label: string;
  url: string | null;
}

/**
 * One thing found. `problem` makes the verdict fail; `warning` is listed and reminded, never a fail
 * (即将到期, 一周未更新); `note` is shown to the office only.
 */
export interface Finding {
  level: 'problem' | 'warning' | 'note';
  category: Category;
  place: Place;
  /** Stable over runs: the next run recognises the same problem by it. */
  fingerprint: string;
  /** Ids of the facts it rests on; never empty for a problem. */
  evidence: readonly string[];
  /** One line for ledger and notice, Chinese, with the dates and limits that support it. */
  text: string;
  /** Machine-readable numbers behind the line: path, limit, lastUpdate, days … */
  measured: Readonly<Record<string, string | number | boolean | null>>;
}

export interface CheckResult {
  verdict: Verdict;
  /** Set when the verdict is not-run or cannot-tell. */
  reason: Reason | null;
  findings: readonly Finding[];
  /** The number behind the verdict, pass included: newest date, days, limit, count. */
  measured: Readonly<Record<string, string | number | boolean | null>>;
}

/** Facts of one subject, delivered by kind, oldest first. A site's input also holds the facts of its columns. */
export type FactsByKind = { readonly [K in FactKind]?: readonly Fact<K>[] };

export interface CheckDefinition<S extends SubjectType = SubjectType, O extends z.ZodType = z.ZodType> {
  /** Equals the file name, for ever. */
  id: string;
  /** Raised when judge would answer differently on the same input. */
  version: number;
  /** Key into the indicator sheet: SV-4.2, MV-2.1, LC-2 … */
  clause: string;
  subject: S;
  /** Evidence without which the result is not-run. */
  needs: readonly FactKind[];
  /** Options with defaults; a sheet may override any of them. */
  options: O;
  /** Looks needed, and hours between the first and last of them, before anyone is accused. */
  confirm: { looks: number; hoursApart: number };
  words: { title: string; line: string; remedy: string; reviewer: string };
  /** What its page in docs/checks says beyond the sheet's clause: why, what is looked at, where it stops, examples. */
  page: { why: string; looksAt: string; limits: string; fires: readonly string[]; passes: readonly string[] };
  /** Checks that say less about the same subject: silent (not-applicable) on the day this one fails. */
  supersedes?: readonly string[];
  judge(input: { subject: SubjectMap[S]; facts: FactsByKind }, at: CalendarDate, options: z.output<O>): CheckResult;
}

/** Types a check; the catalogue validates it at start. */
export function defineCheck<S extends SubjectType, O extends z.ZodType>(check: CheckDefinition<S, O>): CheckDefinition<S, O> {
  return check;
}
