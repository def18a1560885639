import type { CalendarDate } from '../../../core/date.ts';
import { OFFICE_RECORD_KINDS } from '../../../disclosure/office-record.ts';
import type { Remarks } from '../remarks.ts';
import type { Drafts } from './draft.ts';
import type { FieldSpec } from './field.ts';
import type { RowReader } from './row-reader.ts';
import type { Block } from './table.ts';

/** What reading a row may need besides the row. */
export interface SheetContext {
  /** Text above the header, where a statistics table names its period. */
  title: string;
  /** Day of the import: nothing published lies behind it. */
  today: CalendarDate;
  /** Last day the table can speak of: the end of the period in its title, else today. Days without a year are the latest ones up to it. */
  until: CalendarDate;
  remarks: Remarks;
  block: Block;
}

export const SHEET_IDS = ['unit', 'site', 'column', 'account', 'post', 'volume', ...OFFICE_RECORD_KINDS, 'problem'] as const;
export type SheetId = (typeof SHEET_IDS)[number];

/** One kind of import sheet. The first field is its key: a second column of it starts a second table beside the first. */
export interface SheetSpec {
  id: SheetId;
  title: string;
  /** Other names of the sheet; matched as whole names. */
  synonyms: readonly string[];
  purpose: string;
  fields: Readonly<Record<string, FieldSpec>>;
  /** Titles beyond `fields` that carry a value of their own (an account name under 微信名称): the tag, or null. */
  wide?: { tag: (title: string) => string | null; replaces: readonly string[] };
  /** Titles known and left alone without a word: sequence numbers, results printed by notices. */
  ignored: readonly string[];
  /** What a table as a whole lacks, said once instead of on every row; null when nothing. */
  lacks?(context: SheetContext): { field: string; message: string } | null;
  read(row: RowReader, drafts: Drafts, context: SheetContext): void;
}

/** Titles any sheet may have that hold nothing to import. */
export const COMMON_IGNORED = ['序号', '编号', '备注', '说明', '备注说明'] as const;
