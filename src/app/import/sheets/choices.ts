import { sha256 } from '../../../core/id.ts';
import type { Sheet } from '../workbook/sheet.ts';
import { SHEET_SPECS } from './catalogue.ts';
import { headCandidates } from './head-rows.ts';
import { type ColumnChoice, chosenHeader, titleKey } from './header.ts';
import type { SheetId, SheetSpec } from './spec.ts';
import type { Header } from './table.ts';

/** What a person says a table is: its kind (`skip` = leave it out), where its head ends, and what its columns hold. */
export interface SheetChoice {
  kind: SheetId | 'skip';
  /** Number of the last row of the head. */
  headRow: number;
  columns: ColumnChoice;
}

/** A choice as it is remembered: columns by letter, wherever the head stands. */
export type KeptChoice = Pick<SheetChoice, 'kind' | 'columns'>;

/** Choices of this import by sheet name, and those of earlier ones by the print of the head. */
export interface SheetChoices {
  chosen: Readonly<Record<string, SheetChoice>>;
  remembered: ReadonlyMap<string, KeptChoice>;
  /** Problems printed beside accounts or sites are read as well. */
  problemsToo: boolean;
}

/** Print of a head: its titles in order, folded, so that the next table of the same make is known. */
export function headPrint(titles: readonly string[]): string {
  return sha256(titles.map(titleKey).join('|')).slice(0, 32);
}

/** The print of the head that ends in a row; null where there is none. */
export function printAt(sheet: Sheet, headRow: number): string | null {
  const head = headCandidates(sheet).findLast(({ rows }) => rows.at(-1)?.number === headRow);
  return head ? headPrint(head.shown.map((cell) => cell.text)) : null;
}

export interface ChosenSheet {
  spec: SheetSpec | null;
  header: Header | null;
  by: 'chosen' | 'remembered';
}

/** What a person said of this sheet, now or of one with the same head before; null when nothing. */
export function choiceFor(sheet: Sheet, { chosen, remembered }: SheetChoices): ChosenSheet | null {
  const said = chosen[sheet.name];
  if (said) return { ...applied(sheet, said), by: 'chosen' };
  if (remembered.size === 0) return null;
  for (const { rows, shown } of headCandidates(sheet)) {
    const kept = remembered.get(headPrint(shown.map((cell) => cell.text)));
    if (kept) return { ...applied(sheet, { ...kept, headRow: rows.at(-1)?.number ?? 0 }), by: 'remembered' };
  }
  return null;
}

function applied(sheet: Sheet, { kind, headRow, columns }: SheetChoice): Pick<ChosenSheet, 'spec' | 'header'> {
  const spec = SHEET_SPECS.find(({ id }) => id === kind) ?? null;
  return { spec, header: spec && chosenHeader(sheet, spec, headRow, columns) };
}
