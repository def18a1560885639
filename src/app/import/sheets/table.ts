import type { Row } from '../workbook/sheet.ts';

/** One table of a sheet: which column holds which field. Statistics are often printed as two tables side by side. */
export interface Block {
  /** Field key → column index. */
  fields: ReadonlyMap<string, number>;
  /** Wide columns: tag → column index. */
  wide: readonly { tag: string; index: number }[];
  /** Title over the key column as the user wrote it: 乡镇, 县级部门. */
  keyTitle: string;
}

export interface Header {
  /** The head as one row: titles of two rows joined, and the number of the last of them. */
  row: Row;
  /** The rows it is printed in. */
  rows: readonly Row[];
  /** What each column with a title is taken for, from the left. */
  columns: readonly HeadColumn[];
  blocks: readonly Block[];
  /** Column letter and title of what is not understood. */
  unknown: readonly { letter: string; title: string }[];
  /** Titles met twice inside one block. */
  doubled: readonly string[];
  /** Required titles that are missing. */
  missing: readonly string[];
  /** Distinct fields found. */
  matched: number;
}

/** How a column of a head came to its meaning. */
export const MAPPED_BY = ['title', 'chosen', 'contents', 'none'] as const;
export type MappedBy = (typeof MAPPED_BY)[number];

export interface HeadColumn {
  index: number;
  letter: string;
  /** As the user wrote it. */
  title: string;
  /** Key of a field, `wide:` with a tag, or empty when nothing is taken from the column. */
  field: string;
  by: MappedBy;
}
