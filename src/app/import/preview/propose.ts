import type { FieldSpec } from '../sheets/field.ts';
import type { SheetSpec } from '../sheets/spec.ts';
import { WORD_LISTS } from '../sheets/words.ts';
import { nameKey } from '../words/fold.ts';
import { officeDate } from '../words/office-date.ts';
import { webAddress } from '../words/web-address.ts';
import type { Cell, Row } from '../workbook/sheet.ts';

/** Cells looked at, and how many of ten must fit, before a column is proposed for a field by what stands in it. */
const LOOKED_AT = 50;
const OF_TEN = 8;
const LEAST_CELLS = 2;

/**
 * Fields for columns whose titles say nothing, by their contents: addresses, dates, words of a closed list, names of known
 * units. Only a proposal: nothing is read by it before a person has accepted it.
 */
export function proposeByContents(
  spec: SheetSpec,
  rows: readonly Row[],
  open: readonly number[],
  taken: ReadonlySet<string>,
  unitKeys: ReadonlySet<string>,
): Map<number, string> {
  const proposed = new Map<number, string>();
  const used = new Set(taken);
  for (const index of open) {
    const cells = rows
      .map((row) => row.cells[index])
      .filter((cell): cell is Cell => cell !== undefined && cell.text !== '')
      .slice(0, LOOKED_AT);
    if (cells.length < LEAST_CELLS) continue;
    const field = Object.entries(spec.fields).find(([key, one]) => !used.has(key) && fits(key, one, cells, unitKeys))?.[0];
    if (field === undefined) continue;
    proposed.set(index, field);
    used.add(field);
  }
  return proposed;
}

function fits(key: string, field: FieldSpec, cells: readonly Cell[], unitKeys: ReadonlySet<string>): boolean {
  const test = testOf(key, field, unitKeys);
  return test !== null && cells.filter(test).length * 10 >= cells.length * OF_TEN;
}

function testOf(key: string, field: FieldSpec, unitKeys: ReadonlySet<string>): ((cell: Cell) => boolean) | null {
  const words = WORD_LISTS.find((list) => list.names === field.values);
  if (words) return (cell) => words.find(cell.text) !== null;
  if (/地址|网址|链接/.test(field.title)) return (cell) => /[./]/.test(cell.text) && webAddress(cell.text) !== null;
  if (/日期|期限$/.test(field.title)) return (cell) => cell.date !== null || officeDate(cell.text) !== null;
  return key === 'unit' ? (cell) => unitKeys.has(nameKey(cell.text)) : null;
}
