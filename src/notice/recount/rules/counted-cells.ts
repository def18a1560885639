import type { Answer } from '../figure.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import type { MeantTable, TableRow } from '../table.ts';
import { isBlankCell } from '../vocabulary.ts';
import { requiredForms } from './required-forms.ts';
import { followed, type RowRule, rowAnswers } from './row-rule.ts';

const MARK = /^(?:[√✓✔☑●◆■★]|是|有|已)$/;
const NO_MARK = /^(?:[×✗✘╳xX○◇□☆]|否|无|未|[-—–/\\]*)$/;
const COUNT = /数|个|种|项|缺|合计|小计/;
const MISSING = /缺|差|少|未/;
const PRESENT = /已|现有|采用|发布|有无/;

/** A number beside a cell that lists things, or beside columns that are ticked: how many there are, or how many are missing. */
export const countedCells: Rule = (notice) => ({ answers: notice.tables.flatMap((table) => counted(notice, table)) });

function counted(notice: ReadNotice, table: MeantTable): Answer[] {
  const numbers = table.columns.flatMap(({ kind, header }, at) => (kind === 'number' && COUNT.test(header) ? [at] : []));
  return numbers.flatMap((at) => {
    const rules = [...tickRules(notice, table, at), ...listRules(notice, table, at)];
    for (const rule of rules) {
      const rows = followed(table, rule);
      if (rows && isTelling(rule, rows)) return rowAnswers(table, rule, rows);
    }
    return [];
  });
}

/** Rows that all say 0 or 1 prove no way of counting. */
const isTelling = ({ value }: RowRule, rows: readonly TableRow[]): boolean =>
  rows.filter((row) => value(row) >= 2).length >= 2 || new Set(rows.map(value)).size >= 3;

function tickRules(notice: ReadNotice, table: MeantTable, at: number): RowRule[] {
  const used = table.columns.flatMap((_, i) => (isTicked(table, i) ? [i] : []));
  if (used.length < 2) return [];
  const ticks = (row: TableRow): number => used.filter((i) => MARK.test(row.cells[i]?.trim() ?? '')).length;
  return readings(
    notice,
    table,
    at,
    used,
    ticks,
    (row) => used.length - ticks(row),
    (row) => table.rows.includes(row),
  );
}

const isTicked = (table: MeantTable, at: number): boolean => {
  const cells = table.rows.map((row) => row.cells[at]?.trim() ?? '');
  return (
    table.columns[at]?.kind === 'text' &&
    cells.some((cell) => MARK.test(cell)) &&
    cells.every((cell) => MARK.test(cell) || NO_MARK.test(cell))
  );
};

function listRules(notice: ReadNotice, table: MeantTable, at: number): RowRule[] {
  return [at - 1, at + 1, at - 2, at + 2].flatMap((i) => {
    if (table.columns[i]?.kind !== 'text' || i === table.name || isTicked(table, i)) return [];
    const listed = (row: TableRow): readonly string[] => namesOf(row.cells[i] ?? '');
    if (table.rows.filter((row) => listed(row).length >= 2).length < 2) return [];
    const applies = (row: TableRow): boolean => table.rows.includes(row) && !/等|\d/.test(row.cells[i] ?? '');
    return readings(notice, table, at, [i], (row) => listed(row).length, null, applies);
  });
}

const namesOf = (cell: string): string[] => (isBlankCell(cell) ? [] : cell.split(/[、；;\n]/).filter((name) => name.trim() !== ''));

/** What a count may be: what is there, what is not, or what the required number leaves. */
function readings(
  notice: ReadNotice,
  table: MeantTable,
  at: number,
  used: readonly number[],
  present: (row: TableRow) => number,
  absent: ((row: TableRow) => number) | null,
  applies: (row: TableRow) => boolean,
): RowRule[] {
  const header = table.columns[at]?.header ?? '';
  const heads = used.map((i) => table.columns[i]?.header ?? '');
  const required = requiredForms(notice);
  const rule = (value: RowRule['value'], how: string): RowRule => ({ at, used, value, applies, how });
  const told = heads.length === 1 ? `“${heads[0]}”` : `“${heads[0]}”至“${heads.at(-1)}”`;
  const isMissing = MISSING.test(header);
  return [
    ...(isMissing && required !== null && (absent !== null || PRESENT.test(heads[0] ?? ''))
      ? [rule((row) => Math.max(0, required - present(row)), `应有${required}种，减去${told}已有的`)]
      : []),
    ...(isMissing && absent !== null ? [rule(absent, `${told}没有的`)] : []),
    ...(!isMissing || absent === null ? [rule(present, `${told}数得`)] : []),
  ];
}
