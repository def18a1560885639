import { mmToPt } from '../layout/geometry.ts';
import { CELL_SIDE_PT, cellSize } from '../layout/table.ts';
import { measure } from '../layout/title-lines.ts';
import { cellText, type Table, type TableColumn } from '../table.ts';

/** A cell of more lines makes a column of words nobody reads; the table is turned across instead. */
const MOST_LINES = 6;

/** The table upright, or across with the wider columns where a cell would want more lines than are readable. */
export function turnedAsNeeded(upright: Table, across: readonly TableColumn[]): Table {
  const size = cellSize(upright);
  const isNarrow = upright.columns.some(({ key, width }) => {
    const perLine = Math.floor((mmToPt(width) - 2 * CELL_SIDE_PT) / size);
    return upright.rows.some((row) => linesOf(cellText(upright, row, key), perLine) > MOST_LINES);
  });
  return isNarrow ? { ...upright, orientation: 'landscape', columns: across } : upright;
}

const linesOf = (text: string, perLine: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line) / perLine)), 0);
