import type { Table } from '../table.ts';
import { SIZE } from './geometry.ts';

/** 小四 for a few columns, 五号 for many. */
export const cellSize = (table: Table): number => (table.columns.length <= 5 ? SIZE.smallFour : SIZE.five);
/** Height of a line in a table as a multiple of its characters. */
export const CELL_LINE = 1.4;
/** Least height of a row in millimetres, and room at each side of a cell in points. */
export const ROW_MIN_MM = 7;
export const CELL_SIDE_PT = 3;
/** Room above and under the words of a cell in points; a row of one line keeps its least height. */
export const CELL_TOP_PT = 1.5;
/** Rows merged in a group of at most this many stay on one page, so that no row stands without its unit. */
export const GROUP_ROWS = 6;
