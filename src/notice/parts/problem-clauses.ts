import type { CategoryWords } from '../category-words.ts';
import type { FigureDefinition } from '../figure.ts';
import { counted } from '../figure-definitions.ts';
import { groupBy } from '../group-by.ts';
import type { Run } from '../run.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { figure, listed, quoted, words } from '../words.ts';
import { examples } from './examples.ts';

/** A problem with the words that follow the names (有栏目超过规定时限未更新). */
export interface WordedProblem extends Pick<CategoryWords, 'found' | 'named'> {
  problem: ProblemRow;
}

/** 甲局有栏目超期, but 甲局“通知公告”栏目超期 once the place itself is named. */
function wording({ problem, found, named }: WordedProblem): string {
  const placed = problem.path !== null || (problem.object !== null && problem.object !== undefined);
  return placed ? (named ?? found) : found;
}

/**
 * One clause for each wording, with the places it was found in; an error in words is a clause of its own that says what
 * stood there and what should have: 甲镇将“政治站位”写成“整治站位”. The items of a sparse column and the periods in a row of a
 * problem that came through from the one before (seeds N18) are bound figures.
 */
export function problemClauses(
  entries: readonly WordedProblem[],
  snapshot: Snapshot,
  most: number,
): { runs: Run[]; figures: FigureDefinition[] } {
  const figures: FigureDefinition[] = [];
  const running = (problem: ProblemRow): Run[] => {
    if (problem.periods < 2) return [];
    const unit = snapshot.period.kind === 'month' ? '个月' : '个季度';
    const from = { op: 'value', table: 'problems', rows: [problem.id], column: 'periods' } as const;
    const run = counted(`periods.${problem.id}`, `${problem.unit}连续`, unit, from);
    figures.push(run);
    return words`（连续${figure(run.id)}）`;
  };
  const groups = groupBy(entries, (entry) => {
    const { error, items } = entry.problem;
    return error?.expected ? `${error.found}→${error.expected}` : `${wording(entry)}/${error?.found ?? ''}/${items ?? ''}`;
  });
  const clauses = [...groups.values()].map((list) => {
    const [first] = list;
    const places = examples(
      list.map(({ problem }) => problem),
      snapshot,
      most,
      running,
    );
    if (!first) return [];
    const { error } = first.problem;
    if (error?.expected) return words`${places}将“${quoted(error.expected)}”写成“${quoted(error.found)}”`;
    const items = typeof first.problem.items === 'number' ? itemsFigure(list) : null;
    if (items) figures.push(items);
    const held = items ? words`（仅${figure(items.id)}）` : [];
    return words`${places}${wording(first)}${error ? words`（“${quoted(error.found)}”）` : ''}${held}`;
  });
  return { runs: listed(clauses, '；'), figures };
}

function itemsFigure(list: readonly WordedProblem[]): FigureDefinition {
  const rows = list.map(({ problem }) => problem.id);
  return counted(`items.${rows[0]}`, '栏目所载信息', '条', { op: 'value', table: 'problems', rows, column: 'items' });
}
