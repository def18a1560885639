import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { type ReadNotice, type Rule, sameSentence } from '../notice.ts';
import { cellsOf, type MeantTable, nameOf, numbersOf, sumOf } from '../table.ts';
import { likeness, populationsOf } from '../vocabulary.ts';

/** Below this a figure may be about something else that the tables do not list. */
const SURE = 1.8;

/** One column, or the same column of several tables, added up. */
interface Sum {
  tables: readonly MeantTable[];
  header: string;
  value: number;
  fit: number;
}

/** 累计公开20160条: a total of the text against columns of the tables. */
export const tableSums: Rule = (notice) => {
  const sums = columnSums(notice);
  const answers = sums.length === 0 ? [] : notice.figures.flatMap((figure) => weigh(notice, figure, sums) ?? []);
  return { answers };
};

/** 县教育局累计采用31条: told of one row, not of all. */
const namesARow = ({ before }: Stated, { tables }: Omit<Sum, 'fit'>): boolean =>
  tables.some(
    (table) => table.name !== null && table.rows.some((row) => nameOf(table, row).length >= 2 && before.includes(nameOf(table, row))),
  );

function weigh(notice: ReadNotice, figure: Stated, sums: readonly Omit<Sum, 'fit'>[]): Answer | null {
  if (
    figure.place.in !== 'text' ||
    figure.unit === '%' ||
    figure.approximate ||
    /其中|重点|平均|每|以上|不少于|不低于|至少|之差|相差|差额|表外/.test(figure.before)
  )
    return null;
  const fitting = sums.map((sum) => ({ ...sum, fit: namesARow(figure, sum) ? 0 : fitOf(figure, sum) })).filter(({ fit }) => fit >= 1);
  const equal =
    fitting.filter(({ value }) => value === figure.value).sort((a, b) => b.fit - a.fit)[0] ??
    sums.find(({ value }) => value === figure.value && figure.value >= 100);
  if (equal) return answerOf(figure, 'agrees', equal, []);
  const [best, ...others] = fitting.sort((a, b) => b.fit - a.fit || b.tables.length - a.tables.length);
  if (!best || best.fit < SURE || best.tables.some(({ partial }) => partial) || listsOthers(notice, figure, best)) return null;
  const gap = figure.value - best.value;
  const explanations = [
    ...others
      .filter(({ fit }) => fit >= best.fit - 0.3)
      .slice(0, 3)
      .map(({ tables, header, value }) => `${named(tables)}“${header}”合计为${value}${figure.unit}`),
    ...(gap > 0 ? [`文中比表内多${gap}${figure.unit}：如含表外单位，应单列说明`] : [`文中比表内少${-gap}${figure.unit}：可能漏计了单位`]),
  ];
  return answerOf(figure, 'disagrees', best, explanations);
}

/** The sentence speaks of more or fewer units than the tables list, so it is not about these tables. */
function listsOthers(notice: ReadNotice, figure: Stated, { tables }: Sum): boolean {
  const listed = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const units = sameSentence(notice, figure).filter(
    ({ unit, before, after }) =>
      /[个家]/.test(unit) && /^(?:单位|部门|乡|镇|街道|区直|县直|市直)/.test(after.trim()) && before !== figure.before,
  );
  return units.length > 0 && !units.some(({ value }) => value === listed);
}

function answerOf(figure: Stated, verdict: Answer['verdict'], { tables, header, value }: Omit<Sum, 'fit'>, explanations: string[]): Answer {
  const rows = tables.length === 1 ? (tables[0] as MeantTable).rows.map(({ line }) => line) : [];
  const cells = tables.flatMap((table) =>
    numbersOf(table, columnOf(table, header)).flatMap(({ row }) => cellsOf(table, [row], columnOf(table, header))),
  );
  const how =
    tables.length === 1 ? `${named(tables)}“${header}”合计` : `${tables.map((table) => sumIn(table, header)).join(' + ')} = ${value}`;
  return {
    figure,
    verdict,
    recomputed: printNumber(value, 0, figure.unit),
    basis: { table: named(tables), rows, column: header, how, cells },
    explanations,
  };
}

const named = (tables: readonly MeantTable[]): string => tables.map(({ id }) => id).join('、');
const bare = (header: string): string => header.replace(/\s/g, '');
const columnOf = (table: MeantTable, header: string): number => table.columns.findIndex((column) => bare(column.header) === header);
const sumIn = (table: MeantTable, header: string): number => sumOf(table, columnOf(table, header));

function columnSums(notice: ReadNotice): Omit<Sum, 'fit'>[] {
  const byHeader = new Map<string, MeantTable[]>();
  for (const table of notice.tables)
    for (const { header, kind } of table.columns)
      if (kind === 'number') byHeader.set(bare(header), [...(byHeader.get(bare(header)) ?? []), table]);
  return [...byHeader].flatMap(([header, tables]) => {
    const each = tables.map((table) => ({ tables: [table], header, value: sumIn(table, header) }));
    return tables.length > 1 ? [{ tables, header, value: each.reduce((sum, { value }) => sum + value, 0) }, ...each] : each;
  });
}

/** Towns or departments, as the figure's own words say; without any word of its own, as its sentence said before it. */
function groupsOf(figure: Stated): string[] {
  const named = (words: string): string[] => {
    const kinds = populationsOf(words);
    return ['town', 'department'].filter((kind) => kinds.has(kind));
  };
  const own = named(figure.before);
  if (own.length > 0 || /全[市县区省]|门户/.test(figure.before)) return own;
  return named(figure.sentence.slice(0, Math.max(0, figure.sentence.indexOf(`${figure.before}${figure.quote}`))));
}

const RUNNING = /累计|总数|全年|截至|以来/;
const CURRENT = /新增|本月|当月|本季|本期|\d月份?(?:发布|新增|公开)|\d+月份/;

/** How surely a figure is the sum of a column: unit of measure, words in common, the group it names, running total or month. */
function fitOf(figure: Stated, { tables, header }: Omit<Sum, 'fit'>): number {
  const words = figure.before;
  const unitFits = new RegExp(`[（(]${figure.unit}[)）]|${figure.unit}数`).test(header)
    ? 1
    : /总数|数量|合计/.test(header) && /^(?:条|件|篇|次)$/.test(figure.unit)
      ? 0.5
      : RUNNING.test(header) && RUNNING.test(words) && figure.unit === '条' && !/[（(]/.test(header)
        ? 0.5
        : 0;
  if (unitFits === 0 || /任务|目标|应/.test(header) !== /任务|目标|应/.test(words)) return 0;
  const titles = tables.map(({ title, id }) => `${title} ${id.split('·')[1] ?? ''}`).join(' ');
  const groups = groupsOf(figure);
  const listed = populationsOf(titles);
  if (groups.length > 0 && !(groups.length === 1 && tables.length === 1 && listed.has(groups[0] as string))) return 0;
  if (groups.length === 0 && tables.length === 1 && (listed.has('town') || listed.has('department'))) return 0;
  const time = RUNNING.test(words)
    ? RUNNING.test(header)
      ? 0.6
      : CURRENT.test(header)
        ? -1
        : 0
    : CURRENT.test(words)
      ? CURRENT.test(header) || /\d月/.test(header)
        ? 0.6
        : RUNNING.test(header)
          ? -0.6
          : 0
      : 0;
  return (
    unitFits +
    likeness(words, `${titles} ${header}`) +
    time +
    (groups.length > 0 ? 0.5 : 0) +
    (/信息|公开/.test(words) && /信息|公开|发布/.test(titles + header) ? 0.6 : 0)
  );
}
