import type { Answer, Stated } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { cellsOf, type MeantTable, type TableRow } from '../table.ts';

/** Shorter words may be of anything (3处). */
const SHORTEST = 8;

/** A problem as 问题清单 words it. */
interface Listed {
  table: MeantTable;
  row: TableRow;
  column: number;
  unit: string;
  /** Site or account; empty where the list does not say. */
  channel: string;
  words: string;
}

/**
 * A problem of 问题清单 in another table of the same notice, in the same words but for a figure: （等9个页面） on the list, （等10个页面） beside
 * the site. Only where the unit has one problem of such words on the list, and the row is surely of the same site or account.
 */
export const sameProblem: Rule = (notice) => {
  const listed = notice.tables.flatMap(onList);
  const tables = notice.tables.filter((table) => !isList(table));
  return { answers: listed.flatMap((one) => (likesOf(one, listed).length === 1 ? tables.flatMap((table) => against(one, table)) : [])) };
};

const isList = ({ title }: MeantTable): boolean => title.endsWith('问题清单');
const unitColumn = ({ columns }: MeantTable): number => columns.findIndex(({ header }) => /单位/.test(header));
const blanked = (words: string): string => words.replace(/\d+/g, '0');
const likesOf = (one: Listed, all: readonly Listed[]): Listed[] =>
  all.filter(({ unit, words }) => unit === one.unit && blanked(words).includes(blanked(one.words)));

function onList(table: MeantTable): Listed[] {
  const [unit, column] = [unitColumn(table), table.columns.findIndex(({ header }) => header === '问题')];
  if (!isList(table) || unit < 0 || column < 0) return [];
  return table.rows.flatMap((row) => {
    const words = row.cells[column] ?? '';
    const channel = row.cells[table.columns.findIndex(({ header }) => /网站|账号/.test(header))] ?? '';
    return words.length >= SHORTEST && /\d/.test(words) ? [{ table, row, column, unit: row.cells[unit] ?? '', channel, words }] : [];
  });
}

/** Rows that are surely of what a problem was found on: by its name, else the only row of its unit in a table of sites. */
function rowsOf({ unit, channel }: Listed, table: MeantTable): TableRow[] {
  const of = unitColumn(table);
  const name = table.columns.findIndex(({ header }, i) => i !== of && /名称$/.test(header));
  const rows = of < 0 ? [] : table.rows.filter(({ cells }) => plain(cells[of] ?? '') === plain(unit));
  if (name >= 0 && channel !== '') return rows.filter(({ cells }) => plain(cells[name] ?? '') === plain(channel));
  return rows.length === 1 && (channel === '' || /网/.test(channel) || channel === unit) ? rows : [];
}

function against(one: Listed, table: MeantTable): Answer[] {
  const { table: list, row: listed, column: words, unit, words: told } = one;
  const like = new RegExp(told.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\d+/g, '(\\d+)'), 'u');
  const right = [...told.matchAll(/\d+/g)];
  return rowsOf(one, table).flatMap((row) =>
    row.cells.flatMap((cell, column): Answer[] => {
      const found = like.exec(cell);
      const at = found ? right.findIndex(([digits], i) => found[i + 1] !== digits) : -1;
      if (!found || at < 0 || cell.includes(told)) return [];
      const [was, should] = [unitOf(found[0], found[at + 1] as string), unitOf(told, right[at]?.[0] as string)];
      const { header = '', at: printed = column } = table.columns[column] ?? {};
      const figure: Stated = {
        id: `s${table.source.block}.${row.line}.${printed}.${listed.line}`,
        kind: 'count',
        quote: was,
        value: Number(found[at + 1]),
        decimals: 0,
        unit: '',
        approximate: false,
        place: { in: 'cell', table: table.id, block: table.source.block, line: row.line, column: header, row: row.row, at: printed },
        before: `${unit} ${header}`,
        after: '',
        sentence: '',
      };
      const how = `同一个问题，“${list.title}”第${listed.line}行写的是“${told}”`;
      const basis = { table: list.id, rows: [listed.line], column: '问题', how, cells: cellsOf(list, [listed], words) };
      return [{ figure, verdict: 'disagrees', recomputed: should, basis, explanations: [] }];
    }),
  );
}

/** 县丙局（县丁办） on one table is 县丙局 on another. */
const plain = (name: string): string => name.replace(/[（(].*$/, '').replace(/\s/g, '');

/** The number with the word of measure behind it. */
const unitOf = (words: string, digits: string): string => new RegExp(`${digits}[年月日个处条项次天篇]?`, 'u').exec(words)?.[0] ?? digits;
