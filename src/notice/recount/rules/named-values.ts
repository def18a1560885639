import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { cellNumber } from '../numbers.ts';
import { cellsOf, type MeantTable, nameOf, type TableRow } from '../table.ts';

/** 县水利局3个、县住建局2个: numbers behind names against the rows of those names. */
export const namedValues: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block }) => {
    const figures = inParagraph(notice, block).filter(({ approximate }) => !approximate);
    return [...new Set(figures.map(({ sentence }) => sentence))].flatMap((sentence) =>
      notice.tables.flatMap((table) =>
        weigh(
          table,
          figures.filter((figure) => figure.sentence === sentence),
        ),
      ),
    );
  }),
});

interface Pair {
  figure: Stated;
  row: TableRow;
}

/** Two pairs that fit one column say that the sentence reads it; the others of that unit of measure must then fit too. */
function weigh(table: MeantTable, figures: readonly Stated[]): Answer[] {
  const pairs = figures.flatMap((figure): Pair[] => {
    const row = rowNamed(table, figure.before);
    return row ? [{ figure, row }] : [];
  });
  return [...new Set(pairs.map(({ figure }) => figure.unit))].flatMap((unit) => {
    const own = pairs.filter(({ figure }) => figure.unit === unit);
    const best = table.columns
      .map(({ kind }, at) => ({ at, hits: kind === 'number' || kind === 'percent' ? own.filter((pair) => fits(pair, at)).length : 0 }))
      .sort((a, b) => b.hits - a.hits)[0];
    if (!best || best.hits < 2 || best.hits < own.length * 0.6) return [];
    return own.flatMap((pair) => answerOf(table, best.at, pair) ?? []);
  });
}

const fits = ({ figure, row }: Pair, at: number): boolean => cellNumber(row.cells[at] ?? '')?.value === figure.value;

/** The row whose name stands right before the number, whole. */
function rowNamed(table: MeantTable, before: string): TableRow | null {
  const words = before.replace(/[“”]/g, '').trim();
  const named = table.rows.filter((row) => nameOf(table, row).length >= 2 && words.endsWith(nameOf(table, row)));
  return named.sort((a, b) => nameOf(table, b).length - nameOf(table, a).length)[0] ?? null;
}

function answerOf(table: MeantTable, at: number, { figure, row }: Pair): Answer | null {
  const number = cellNumber(row.cells[at] ?? '');
  if (!number) return null;
  const header = table.columns[at]?.header ?? '';
  const basis = {
    table: table.id,
    rows: [row.line],
    column: header,
    how: `“${nameOf(table, row)}”的“${header}”`,
    cells: cellsOf(table, [row], at),
  };
  const verdict = number.value === figure.value ? 'agrees' : 'disagrees';
  return { figure, verdict, recomputed: printNumber(number.value, number.decimals, figure.unit), basis, explanations: [] };
}
