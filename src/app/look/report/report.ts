import type { Relation } from '../../../collect/http/look-at-target.ts';
import type { CalendarDate, Instant } from '../../../core/date.ts';
import type { Limit } from '../../../core/limit.ts';
import type { Reason, Verdict } from '../../../core/verdict.ts';
import type { Outcome } from '../../../evidence/outcome.ts';
import type { Walk } from '../walk.ts';
import type { ReportedAttachments } from './attachments.ts';
import type { ReportedCondition } from './condition.ts';
import type { ReportedView } from './views.ts';

/** An address that does not open, or that could not be judged, with the pages that carry it. */
export interface ReportedAddress {
  url: string;
  relation: Relation;
  /** Of the last look; null when there was no answer. */
  status: number | null;
  reason: Outcome;
  own: boolean;
  /** The first pages that carry it; `foundOnCount` counts all. */
  foundOn: { url: string; text: string }[];
  foundOnCount: number;
  /** How each look ended, in order. */
  looks: Outcome[];
}

/** One thing a check found: what, where, how to put it right. */
export interface ReportedFinding {
  check: string;
  title: string;
  level: 'problem' | 'warning' | 'note';
  text: string;
  place: { label: string; url: string | null };
  remedy: string;
}

export interface ReportedColumn {
  path: string;
  url: string | null;
  limit: Limit | null;
  newestDate: CalendarDate | null;
  items: number;
  verdict: Verdict;
  reason: Reason | null;
}

/** What one `mingcha look` answers; its JSON is printed as it stands. */
export interface LookReport {
  site: string;
  title: string | null;
  at: Instant;
  verdict: Verdict;
  /** Why the verdict is not pass or fail. */
  reason: string | null;
  sheet: { profile: string; name: string; key: string };
  /** Own pages opened and read. */
  pages: number;
  /** Every address tried: links, attachments and pictures. `dead` and `notRun` hold pictures too, with their relation. */
  links: { checked: number; dead: ReportedAddress[]; notRun: ReportedAddress[] };
  images: { checked: number; dead: ReportedAddress[] };
  columns: ReportedColumn[];
  marks: {
    siteIdCode: string | null;
    icp: string | null;
    police: string | null;
    organiser: string | null;
    errorReportEntry: boolean;
  } | null;
  findings: ReportedFinding[];
  /** Checks of the sheet that one run could not decide. */
  undecided: { check: string; title: string; place: string; verdict: Verdict; reason: Reason | null }[];
  /** Fault of the site's certificate; null when there is none. */
  certificate: string | null;
  condition: ReportedCondition;
  attachments: ReportedAttachments;
  /** Home page and accused lists as a desktop and a phone showed them; empty without a browser. */
  views: ReportedView[];
  limits: { maxPages: number; concurrency: number; paceMs: number; limited: boolean };
  stopped: Walk['stopped'];
  evidence: string | null;
  seconds: number;
  peakMb: number;
}
