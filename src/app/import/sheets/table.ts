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
  row: Row;
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
