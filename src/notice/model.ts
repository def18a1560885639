import type { CalendarDate } from '../core/date.ts';
import type { Figure } from './figure.ts';
import type { NamingProposal } from './naming.ts';
import type { Run } from './run.ts';
import type { Table } from './table.ts';

/** 0 plain text; 1 一、 2 （一） 3 1. 4 （1）. Numbers are given when laid out, so deleting a part renumbers the rest. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** How headings are marked: 一、（一）1.（1） of official papers, or ［…］ and ● of monthly reports (seeds N02, N15). */
export type Marks = 'official' | 'bullets';

export const PARTS = ['opening', 'overview', 'activities', 'problems', 'requirements'] as const;
export type Part = (typeof PARTS)[number];

/** One paragraph. A heading of level 1 stands alone; of a deeper level it runs into the text that follows. */
export interface Paragraph {
  id: string;
  part: Part;
  level: Level;
  heading: string | null;
  runs: readonly Run[];
  /** Holds names and numbers of persons: left out of public copies (seeds N19, S05). */
  personal?: true;
}

/** 附件. `title` stands over the table; the list under the text has its own copy in `attachmentList` (seeds N10). */
export interface Attachment {
  title: string;
  table: Table;
}

/** 公文 as all writers take it: words, figures and tables, no measures. */
export interface NoticeDocument {
  schema: 'mingcha/notice/1';
  /** Id of the template that built it. */
  template: string;
  period: { label: string; from: CalendarDate; to: CalendarDate; cutoff: CalendarDate };
  /** 发文机关标志 in red over the line; null leaves the 版头 away. */
  letterhead: string | null;
  /** 发文字号. */
  number: string | null;
  title: string;
  /** 主送机关 as printed, without the colon. */
  addressees: string;
  marks: Marks;
  body: readonly Paragraph[];
  /** 附件说明: titles as listed under the text. */
  attachmentList: readonly string[];
  signature: { issuer: string; date: CalendarDate | null; sealed: boolean };
  /** 附注, without its brackets: 此件公开发布. */
  annotation: string | null;
  /** 版记. */
  record: { cc: readonly string[]; office: string; printedDate: CalendarDate | null };
  attachments: readonly Attachment[];
  figures: readonly Figure[];
  proposals: readonly NamingProposal[];
}
