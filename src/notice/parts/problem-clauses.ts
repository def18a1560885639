import { groupBy } from '../group-by.ts';
import type { Run } from '../run.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { listed, quoted, words } from '../words.ts';
import { examples } from './examples.ts';

/** A problem with the words that follow the names (有栏目超过规定时限未更新). */
export interface WordedProblem {
  problem: ProblemRow;
  found: string;
}

/**
 * One clause for each wording, with the places it was found in; an error in words is a clause of its own that says what
 * stood there and what should have: 甲镇将“政治站位”写成“整治站位”.
 */
export function problemClauses(entries: readonly WordedProblem[], snapshot: Snapshot, most: number): Run[] {
  const groups = groupBy(entries, ({ problem, found }) => {
    const { error } = problem;
    return error?.expected ? `${error.found}→${error.expected}` : `${found}${error?.found ?? ''}`;
  });
  const clauses = [...groups.values()].map((list) => {
    const [first] = list;
    const places = examples(
      list.map(({ problem }) => problem),
      snapshot,
      most,
    );
    const error = first?.problem.error;
    if (error?.expected) return words`${places}将“${quoted(error.expected)}”写成“${quoted(error.found)}”`;
    return words`${places}${first?.found ?? ''}${error ? words`（“${quoted(error.found)}”）` : ''}`;
  });
  return listed(clauses, '；');
}
