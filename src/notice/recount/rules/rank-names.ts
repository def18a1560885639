import { namesIn, sameName } from '../names.ts';
import { type MeantTable, nameOf, type TableRow } from '../table.ts';

/** Names of a text that one table knows. */
export interface Listed {
  table: MeantTable;
  rows: readonly TableRow[];
  names: readonly string[];
  /** Rows among which the names are ranked: all, or those of their group. */
  among: readonly TableRow[];
}

/** The table that knows all the names of a list, and their rows. */
export function listed(tables: readonly MeantTable[], text: string): Listed | null {
  const bare = text.replace(/[（(][^）)]*[)）]/g, '').replace(/(?:分别)?(?:居|位列|列|排|处于|为).{0,10}$/u, '');
  const names = namesIn(bare);
  if (names.length < 2) return null;
  for (const table of tables) {
    const rows = names.map(
      (name) => table.rows.find((row) => nameOf(table, row) === name) ?? table.rows.find((row) => sameName(nameOf(table, row), name)),
    );
    if (rows.every((row) => row !== undefined)) return { table, rows, names, among: groupOf(table, rows) };
  }
  return null;
}

/** Rows of the same group: same word in a column that sorts the rows, or towns among towns where a table mixes them with offices. */
function groupOf(table: MeantTable, rows: readonly TableRow[]): readonly TableRow[] {
  for (let at = 0; at < table.columns.length; at += 1) {
    if (at === table.name || table.columns[at]?.kind !== 'text') continue;
    const value = rows[0]?.cells[at] ?? '';
    const own = table.rows.filter((row) => row.cells[at] === value);
    if (value !== '' && rows.every((row) => row.cells[at] === value) && own.length < table.rows.length && own.length > rows.length)
      return own;
  }
  const isTown = (row: TableRow): boolean => /(?:镇|乡|街道)(?:人民)?(?:政府|办事处)?$/.test(nameOf(table, row));
  const town = rows.every(isTown);
  if (!town && rows.some(isTown)) return table.rows;
  const own = table.rows.filter((row) => isTown(row) === town);
  return own.length > rows.length ? own : table.rows;
}
