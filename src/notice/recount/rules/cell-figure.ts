import type { Stated } from '../figure.ts';
import { cellNumber } from '../numbers.ts';
import { type MeantTable, nameOf, type TableRow } from '../table.ts';

/** The figure of one cell; null when it holds no number. */
export function cellFigure(table: MeantTable, row: TableRow, column: number, kind: Stated['kind']): Stated | null {
  const text = row.cells[column] ?? '';
  const number = cellNumber(text);
  if (!number) return null;
  const header = table.columns[column]?.header ?? '';
  const at = table.columns[column]?.at ?? column;
  return {
    id: `c${table.source.block}.${row.line}.${at}`,
    kind,
    quote: text,
    value: number.value,
    decimals: number.decimals,
    unit: number.percent ? '%' : '',
    approximate: number.approximate,
    place: { in: 'cell', table: table.id, block: table.source.block, line: row.line, column: header, row: row.row, at },
    before: `${nameOf(table, row)} ${header}`,
    after: '',
    sentence: '',
  };
}
