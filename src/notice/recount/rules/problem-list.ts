import { HANDINGS } from '../../handing.ts';
import { type Answer, printNumber, type Stated } from '../figure.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { cellsOf, type MeantTable, type TableRow } from '../table.ts';

/** What is told of the rows of 问题清单, and how the rows so counted are marked. The first that fits is meant. */
const TOLD: readonly { words: RegExp; state: RegExp; called: string }[] = [
  { words: /再次交办(?:的?问题)?$/, state: /再次交办$/, called: '再次交办' },
  { words: /本[期次月季年]度?(?:共|新)?交办(?:的?问题)?$/, state: /本次交办$|再次交办$/, called: '本次交办、再次交办' },
  { words: /此前已交办、?尚?未销号的问题$/, state: /^已交办，/, called: '已交办' },
  { words: /已整改、?待销号的问题$/, state: /^已整改，待销号$/, called: '已整改，待销号' },
  { words: /截止日后已销号或豁免的问题$/, state: /^截止日后/, called: '截止日后已销号、豁免' },
];
const STATES: readonly string[] = Object.values(HANDINGS);

/**
 * 本期交办问题12个，逐条列在附件“12月份问题清单”中: counts of a sentence that names the list, by the column that says how each problem of
 * it stands. Only a list all of whose rows are marked in the words of such lists is read.
 */
export const problemList: Rule = (notice) => ({ answers: notice.figures.flatMap((figure) => weigh(notice, figure) ?? []) });

function weigh(notice: ReadNotice, figure: Stated): Answer | null {
  if (figure.place.in !== 'text' || figure.approximate || !/^[个条项处]$/.test(figure.unit)) return null;
  const { block, start } = figure.place;
  const paragraph = notice.text.paragraphs.find((one) => one.block === block)?.text ?? '';
  const sentence = paragraph.slice(
    paragraph.lastIndexOf('。', start) + 1,
    (paragraph.indexOf('。', start) + 1 || paragraph.length + 1) - 1,
  );
  const clause = paragraph
    .slice(0, start)
    .split(/[，；。：]/)
    .at(-1) as string;
  const told = TOLD.find(({ words }) => words.test(clause));
  if (!told) return null;
  const [list, ...others] = notice.tables.flatMap((table) => (sentence.includes(`“${table.title}”`) ? (markedBy(table) ?? []) : []));
  if (!list || others.length > 0) return null;
  const { table, column, stateOf } = list;
  const counted = table.rows.filter((row) => told.state.test(stateOf(row)));
  return {
    figure,
    verdict: counted.length === figure.value ? 'agrees' : 'disagrees',
    recomputed: printNumber(counted.length, 0, figure.unit),
    basis: {
      table: table.id,
      rows: counted.map(({ line }) => line),
      column: table.columns[column]?.header ?? null,
      how: `“${table.title}”共${table.rows.length}行，“${table.columns[column]?.header}”为“${told.called}”的${counted.length}行`,
      cells: cellsOf(table, counted, column),
    },
    explanations: [],
  };
}

/** The list with the column of its marks; null where it is none, or leaves some out. */
function markedBy(table: MeantTable): { table: MeantTable; column: number; stateOf(row: TableRow): string } | null {
  if (table.partial || !table.title.endsWith('问题清单')) return null;
  const column = table.columns.findIndex(({ header }) => header === '交办情况');
  const stateOf = (row: TableRow): string => (row.cells[column] ?? '').replace(/\s/g, '').replace(/^上期结转；/, '');
  return column >= 0 && table.rows.every((row) => STATES.includes(stateOf(row))) ? { table, column, stateOf } : null;
}
