import { type Answer, printNumber, type Stated } from '../figure.ts';
import { type ReadNotice, type Rule, sameSentence } from '../notice.ts';
import { cellNumber } from '../numbers.ts';
import { type MeantTable, nameOf, sumOf } from '../table.ts';
import { startOf } from '../text-figures.ts';

const UNITS = /^(?:市直|县直|区直|县级|市级|区级|各级)?(?:单位|部门|乡镇|镇|乡|街道|县|区|企业|站点)/;
/** A smaller sum may be met by chance. */
const TELLING = 20;

/** 共向9家部门交办问题138个: where the number is the sum of a column, the units are the rows of that table. */
export const listedUnits: Rule = (notice) => ({
  answers: notice.figures.flatMap((figure) => (isUnits(figure) ? (weigh(notice, figure) ?? []) : [])),
});

const isUnits = ({ unit, before, after, approximate }: Stated): boolean =>
  /^[家个]$/.test(unit) && !approximate && UNITS.test(after.trim()) && !/其中|等|[、和]$|未|不/.test(before);

function weigh(notice: ReadNotice, units: Stated): Answer | null {
  const sum = sameSentence(notice, units).find(
    (figure) => startOf(figure) > startOf(units) && figure.value >= TELLING && figure.unit !== '%',
  );
  const [found, ...others] = sum ? notice.tables.filter((table) => columnsThatSum(table, sum.value).length > 0) : [];
  if (!sum || !found || others.length > 0 || found.partial) return null;
  const [column = 0] = columnsThatSum(found, sum.value);
  const filled = found.rows.filter((row) => (cellNumber(row.cells[column] ?? '')?.value ?? 0) > 0);
  const names = new Set(filled.map((row) => nameOf(found, row)));
  const agrees = [found.rows.length, filled.length, names.size].includes(units.value);
  return {
    figure: units,
    verdict: agrees ? 'agrees' : 'disagrees',
    recomputed: printNumber(found.rows.length, 0, units.unit),
    basis: {
      table: found.id,
      rows: found.rows.map(({ line }) => line),
      column: null,
      how: `“${found.columns[column]?.header}”合计${sum.quote}的表共${found.rows.length}行`,
    },
    explanations: agrees || filled.length === found.rows.length ? [] : [`其中数字不为零的有${filled.length}行`],
  };
}

const columnsThatSum = (table: MeantTable, value: number): number[] =>
  table.columns.flatMap(({ kind }, at) => (kind === 'number' && sumOf(table, at) === value ? [at] : []));
