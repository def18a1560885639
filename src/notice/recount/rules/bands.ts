import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type ReadNotice, type Rule } from '../notice.ts';
import { cellsOf, type MeantTable, numbersOf } from '../table.ts';
import { startOf } from '../text-figures.ts';

const SCORE = /得分|总分|分数|评分|^分值$|成绩/;
const RATE = /率|占比/;

/** 90分以上的7个, 80分（含）至90分的4个, 80分以下的3个: rows of a table within limits. */
export const bands: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block, text }) => {
    const told = bandsIn(inParagraph(notice, block), text);
    const readings = populations(notice, text).map((rows) => told.flatMap((band) => weigh(band, rows) ?? []));
    const hits = (answers: readonly Answer[]): number => answers.filter(({ verdict }) => verdict === 'agrees').length;
    const best = readings.sort((a, b) => hits(b) - hits(a))[0] ?? [];
    // One limit that fits says that the table is meant; a single one that does not may be about something else.
    return hits(best) > 0 ? best : [];
  }),
});

interface Band {
  count: Stated;
  unit: string;
  from: number | null;
  to: number | null;
}

/** Limits with a count right behind: of two limits the first is the lower one or the upper one. */
function bandsIn(figures: readonly Stated[], text: string): Band[] {
  return figures.flatMap((count, i): Band[] => {
    const limit = figures[i - 1];
    if (!limit || !/^[家个名]$/.test(count.unit) || !/^[分%]$/.test(limit.unit)) return [];
    const gap = between(limit, count, text);
    const side = /^(?:[（(]含[^（()）]{0,6}[)）])?(?:及)?(以上|以下)?(?:[（(]含[^（()）]{0,6}[)）])?[^，。；、\d]{0,12}$/.exec(gap);
    if (!side) return [];
    const other = figures[i - 2];
    if (side[1] === '以上') return [{ count, unit: limit.unit, from: limit.value, to: null }];
    if (side[1] === '以下') return [{ count, unit: limit.unit, from: null, to: limit.value }];
    if (!other || other.unit !== limit.unit || !/^(?:[（(]含[^（()）]{0,6}[)）])?(?:至|到|—|-|~|～)$/.test(between(other, limit, text)))
      return [];
    return [{ count, unit: limit.unit, from: Math.min(other.value, limit.value), to: Math.max(other.value, limit.value) }];
  });
}

const between = (one: Stated, other: Stated, text: string): string =>
  one.place.in === 'text' ? text.slice(one.place.end, startOf(other)).trim() : '';

interface Scored {
  tables: readonly { table: MeantTable; at: number }[];
  unit: string;
}

/** One table with such a column, or all of them together. */
function populations({ tables }: ReadNotice, text: string): Scored[] {
  return [
    ['分', SCORE],
    ['%', RATE],
  ].flatMap(([unit, head]) => {
    const own = tables.flatMap((table) => {
      const at = table.columns.flatMap(({ header, kind }, i) =>
        (kind === 'number' || kind === 'percent') && (head as RegExp).test(header) && !/名次|排名/.test(header) ? [i] : [],
      );
      const named = at.filter((i) => text.includes((table.columns[i]?.header ?? '').replace(/[（(].*/, '')));
      const [only] = named.length === 1 ? named : at;
      return table.partial || only === undefined || (named.length !== 1 && at.length > 1) ? [] : [{ table, at: only }];
    });
    return [
      ...own.map((one) => ({ tables: [one], unit: unit as string })),
      ...(own.length > 1 ? [{ tables: own, unit: unit as string }] : []),
    ];
  });
}

/** Rows within the limits: whether 以上, 以下 and 至 hold the limit itself is read either way. */
function weigh({ count, unit, from, to }: Band, scored: Scored): Answer | null {
  if (unit !== scored.unit) return null;
  const rows = scored.tables.flatMap(({ table, at }) => numbersOf(table, at).map(({ row, value }) => ({ table, at, row, value })));
  const within = (lower: boolean, upper: boolean) =>
    rows.filter(
      ({ value }) => (from === null || value > from || (lower && value === from)) && (to === null || value < to || (upper && value === to)),
    );
  const readings = [within(true, false), within(true, true), within(false, false), within(false, true)];
  const found = readings.find(({ length }) => length === count.value);
  const shown = found ?? (readings[0] as ReturnType<typeof within>);
  const [{ table, at } = { table: null, at: 0 }] = scored.tables;
  const basis = {
    table: scored.tables.map((one) => one.table.id).join('、'),
    rows: scored.tables.length === 1 ? shown.map(({ row }) => row.line) : [],
    column: table?.columns[at]?.header ?? null,
    how: `${from === null ? '' : `${from}${unit}以上`}${to === null ? '' : `${to}${unit}以下`}的行`,
    cells: shown.flatMap((one) => cellsOf(one.table, [one.row], one.at)),
  };
  const verdict = found ? 'agrees' : 'disagrees';
  return { figure: count, verdict, recomputed: printNumber(shown.length, 0, count.unit), basis, explanations: [] };
}
