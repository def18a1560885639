import type { Block } from '../../core/block.ts';
import { type Answer, FIGURE_KIND_NAMES, FIGURE_VERDICT_NAMES, type FigureVerdict, type Remark, type Stated } from './figure.ts';
import { type ReadNotice, type Rule, readNotice } from './notice.ts';
import { balance } from './rules/balance.ts';
import { bands } from './rules/bands.ts';
import { change } from './rules/change.ts';
import { columns } from './rules/columns.ts';
import { complement } from './rules/complement.ts';
import { countedCells } from './rules/counted-cells.ts';
import { deadline } from './rules/deadline.ts';
import { extremes } from './rules/extremes.ts';
import { failingList } from './rules/failing-list.ts';
import { listedUnits } from './rules/listed-units.ts';
import { lists } from './rules/lists.ts';
import { missingForms } from './rules/missing-forms.ts';
import { namedValues } from './rules/named-values.ts';
import { order } from './rules/order.ts';
import { parts } from './rules/parts.ts';
import { perTime } from './rules/per-time.ts';
import { period } from './rules/period.ts';
import { problemList } from './rules/problem-list.ts';
import { rankColumn } from './rules/rank-column.ts';
import { ranking } from './rules/ranking.ts';
import { rates } from './rules/rates.ts';
import { ratios } from './rules/ratios.ts';
import { repeats } from './rules/repeats.ts';
import { respective } from './rules/respective.ts';
import { sameProblem } from './rules/same-problem.ts';
import { shares } from './rules/shares.ts';
import { singleValues } from './rules/single-values.ts';
import { stale } from './rules/stale.ts';
import { stockColumns } from './rules/stock-columns.ts';
import { tableCounts } from './rules/table-counts.ts';
import { tableSums } from './rules/table-sums.ts';
import { titles } from './rules/titles.ts';
import { totals } from './rules/totals.ts';

const RULES: readonly Rule[] = [
  problemList,
  sameProblem,
  parts,
  rates,
  shares,
  tableCounts,
  tableSums,
  columns,
  stockColumns,
  countedCells,
  missingForms,
  ratios,
  totals,
  ranking,
  rankColumn,
  namedValues,
  singleValues,
  extremes,
  bands,
  perTime,
  deadline,
  repeats,
  respective,
  balance,
  listedUnits,
  lists,
  stale,
  period,
  failingList,
  change,
  complement,
  titles,
  order,
];

/** One figure of a notice with what was made of it. */
export interface Recounted {
  figure: Stated;
  kind: string;
  verdict: FigureVerdict;
  verdictName: string;
  /** As it should be printed; null where nothing could be recomputed. */
  recomputed: string | null;
  basis: Answer['basis'] | null;
  explanations: readonly string[];
  /** Why it could not be checked. */
  why: string | null;
}

export interface Recount {
  title: string;
  figures: readonly Recounted[];
  tables: readonly { id: string; title: string; rows: number; columns: readonly string[]; totals: number }[];
  remarks: readonly Remark[];
}

/** Recomputes every stated figure of a notice from its own tables, lists and sentences. Nothing else is asked. */
export function recount(blocks: readonly Block[]): Recount {
  const notice = readNotice(blocks);
  const results = RULES.map((rule) => rule(notice));
  const answers = new Map<string, Answer[]>();
  for (const answer of results.flatMap((result) => result.answers))
    answers.set(answer.figure.id, [...(answers.get(answer.figure.id) ?? []), answer]);
  const stated = new Map(notice.figures.map((figure) => [figure.id, figure]));
  for (const [id, [answer]] of answers) if (answer && !stated.has(id)) stated.set(id, answer.figure);
  const figures = [...stated.values()].sort(inReadingOrder).map((figure) => settle(notice, figure, answers.get(figure.id) ?? []));
  const tables = notice.tables.map(({ id, title, rows: { length }, columns: heads, totals: sums }) => ({
    id,
    title,
    rows: length,
    columns: heads.map(({ header }) => header),
    totals: sums.length,
  }));
  return { title: notice.text.title, figures, tables, remarks: results.flatMap((result) => result.remarks ?? []) };
}

/** A figure that contradicts anything in the notice is wrong or something else is; that others bear it out is told beside. */
function settle(notice: ReadNotice, figure: Stated, answers: readonly Answer[]): Recounted {
  const against = answers.find(({ verdict, basis }) => verdict === 'disagrees' && !isDoubted(notice, basis));
  const doubted = answers.find(({ verdict, basis }) => verdict === 'disagrees' && isDoubted(notice, basis));
  if (!against && doubted)
    return { ...settle(notice, figure, []), why: `${'table' in doubted.basis ? doubted.basis.table : ''}的行列不能确定，不据以判定` };
  const chosen = against ?? answers[0];
  const verdict: FigureVerdict = chosen?.verdict ?? 'cannot-check';
  const supported = against ? answers.filter((answer) => answer.verdict === 'agrees').map((answer) => `与${howOf(answer)}相符`) : [];
  return {
    figure,
    kind: FIGURE_KIND_NAMES[figure.kind],
    verdict,
    verdictName: FIGURE_VERDICT_NAMES[verdict],
    recomputed: chosen?.recomputed ?? null,
    basis: chosen?.basis ?? null,
    explanations: [...(chosen?.explanations ?? []), ...supported],
    why: chosen ? null : whyNot(notice, figure),
  };
}

/** A table whose rows and columns were inferred proves nothing against a figure. */
const isDoubted = ({ tables }: ReadNotice, basis: Answer['basis']): boolean =>
  'table' in basis && tables.some(({ id, source }) => source.doubt !== null && basis.table.split('、').includes(id));

const howOf = ({ basis }: Answer): string => basis.how;

function whyNot(notice: ReadNotice, figure: Stated): string {
  if (figure.approximate) return '文中写的是约数';
  if (
    /不少于|不低于|不得|至少|最多|不超过|每[周月日天年]|对照|试点$/.test(figure.before) ||
    /^(?:以上|及以上|以内|以下|工作日|内)/.test(figure.after)
  )
    return '这是要求或标准，不是统计数';
  if (notice.tables.length === 0) return '文件没有表格，也没有其他句子可供推算';
  return '文中的表格、名单和其他句子里没有可以推算它的内容';
}

function inReadingOrder(a: Stated, b: Stated): number {
  const at = ({ place }: Stated): number[] => (place.in === 'text' ? [place.block, 0, place.start] : [place.block, place.line, 0]);
  const [one, other] = [at(a), at(b)];
  return (
    (one[0] as number) - (other[0] as number) || (one[1] as number) - (other[1] as number) || (one[2] as number) - (other[2] as number)
  );
}
