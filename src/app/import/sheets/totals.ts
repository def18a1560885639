import type { Remarks } from '../remarks.ts';
import { countOf } from '../words/number.ts';
import { type Cell, columnLetter, type Row, type Sheet } from '../workbook/sheet.ts';
import type { RowClass } from './row-class.ts';
import type { SheetSpec } from './spec.ts';
import type { Block, Header } from './table.ts';

/** A row below the head with what it is. */
export interface ClassedRow {
  row: Row;
  is: RowClass;
}

/**
 * Checks 合计 and 小计 rows against the rows they add up. A stated sum may be of the whole table, of the part above it, of
 * the part below it, or (side by side) of all tables together; only one that is none of these is a fault.
 */
export function checkTotals(sheet: Sheet, spec: SheetSpec, header: Header, rows: readonly ClassedRow[], remarks: Remarks): void {
  if (!rows.some(({ is }) => is === 'total' || is === 'subtotal')) return;
  const data = rows.filter(({ is }) => is === 'data').map(({ row }) => row);
  for (const [at, { row, is }] of rows.entries()) {
    if (is !== 'total' && is !== 'subtotal') continue;
    for (const block of header.blocks) {
      for (const column of summedColumns(spec, block)) {
        const stated = statedSum(row.cells[column.index], column.counts);
        if (stated === null) continue;
        const parts = [data, partAbove(rows, at), partBelow(rows, at)];
        const sums = parts.map((part) => column.add(part, [column.index]));
        const everywhere = header.blocks.flatMap((other) => summedColumns(spec, other).filter(({ key }) => key === column.key));
        sums.push(
          column.add(
            data,
            everywhere.map(({ index }) => index),
          ),
        );
        if (sums.some((sum) => sum.includes(stated))) continue;
        const meant = is === 'subtotal' ? (parts[1]?.length ? 1 : 2) : 0;
        const part = parts[meant] as readonly Row[];
        const right = (sums[meant] as readonly number[])[0] as number;
        const span = part.length > 0 ? `（第 ${part[0]?.number}—${part.at(-1)?.number} 行）` : '';
        remarks.fault({
          sheet: sheet.name,
          row: row.number,
          column: columnLetter(column.index),
          field: header.row.cells[column.index]?.shown ?? column.key,
          value: row.cells[column.index]?.shown ?? '',
          message: `${is === 'total' ? '合计' : '小计'}与各行${span}对不上：各行${column.counts ? '共' : '相加是'} ${right}，这里写的是 ${stated}，请核对各行或改正合计`,
        });
      }
    }
  }
}

interface SummedColumn {
  key: string;
  index: number;
  /** Counted instead of added: a column of names. */
  counts: boolean;
  /** What a right total could be. */
  add(rows: readonly Row[], indexes: readonly number[]): readonly number[];
}

/** Columns a total row may state: numbers are added, names counted (by rows or by different names). */
function summedColumns(spec: SheetSpec, block: Block): SummedColumn[] {
  const summed = [...block.fields].flatMap(([key, index]): SummedColumn[] => {
    const field = spec.fields[key];
    if (field?.sums) return [{ key, index, counts: false, add: (rows, indexes) => [addUp(rows, indexes)] }];
    return key === 'name' ? [{ key, index, counts: true, add: (rows, indexes) => countNames(rows, indexes) }] : [];
  });
  return [...summed, ...block.wide.map(({ tag, index }) => ({ key: tag, index, counts: true, add: countNames }))];
}

function statedSum(cell: Cell | undefined, counts: boolean): number | null {
  if (!cell || cell.text === '' || cell.defect !== null) return null;
  return countOf(counts ? cell.text.replace(/^[共计合]+[:：]?/, '') : cell.text);
}

const addUp = (rows: readonly Row[], indexes: readonly number[]): number =>
  rows.reduce((sum, row) => sum + indexes.reduce((own, index) => own + (countOf(row.cells[index]?.text ?? '') ?? 0), 0), 0);

const NONE = /^(\/|-+|—+|无|暂无|未开通|没有|×)?$/;

function countNames(rows: readonly Row[], indexes: readonly number[]): readonly number[] {
  const names = rows.flatMap((row) => indexes.map((index) => row.cells[index]?.text ?? '')).filter((text) => !NONE.test(text));
  return [names.length, new Set(names).size];
}

const isSum = ({ is }: ClassedRow): boolean => is === 'total' || is === 'subtotal';
const dataRows = (rows: readonly ClassedRow[]): Row[] => rows.filter(({ is }) => is === 'data').map(({ row }) => row);

/** Rows since the last sum or heading above. */
function partAbove(rows: readonly ClassedRow[], at: number): Row[] {
  const from = rows.slice(0, at).findLastIndex((row) => isSum(row) || row.is === 'section') + 1;
  return dataRows(rows.slice(from, at));
}

/** Rows up to the next sum or heading below. */
function partBelow(rows: readonly ClassedRow[], at: number): Row[] {
  const rest = rows.slice(at + 1);
  const to = rest.findIndex((row) => isSum(row) || row.is === 'section');
  return dataRows(to < 0 ? rest : rest.slice(0, to));
}
