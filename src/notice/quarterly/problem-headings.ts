import { categoryWords, severityRank, THEME_CODES, THEMES } from '../category-words.ts';
import { groupBy } from '../group-by.ts';
import type { Paragraph } from '../model.ts';
import { kindOf } from '../parts/kinds.ts';
import { chapter, paragraph } from '../parts/paragraphs.ts';
import type { Run } from '../run.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { listed, quoted, words } from '../words.ts';

/** How many places a category names before 等; the attachment has them all. */
const EXAMPLES = 3;

/** One heading for each theme found, with named examples of every category under it (seeds N15). */
export function problemHeadings(snapshot: Snapshot): Paragraph[] {
  const found = snapshot.problems
    .filter((problem) => problem.level !== 'note')
    .map((problem) => ({ problem, ...categoryWords(problem.category, problem.categoryName) }));
  const byTheme = groupBy(found, (entry) => entry.theme);
  const paragraphs = THEME_CODES.flatMap((theme) => {
    const entries = (byTheme.get(theme) ?? []).toSorted((a, b) => severityRank(a.problem.category) - severityRank(b.problem.category));
    if (entries.length === 0) return [];
    const clauses = [...groupBy(entries, (entry) => entry.found)].map(
      ([text, list]) =>
        words`${examples(
          list.map(({ problem }) => problem),
          snapshot,
        )}${text}`,
    );
    return [paragraph(`problems.${theme}`, 'problems', 2, THEMES[theme], words`如：${listed(clauses, '；')}。`)];
  });
  const rest = paragraphs.length > 0 ? paragraphs : [paragraph('problems.none', 'problems', 0, null, words`本期未查出问题。`)];
  return [chapter('problems', '主要问题'), ...rest];
}

function examples(problems: readonly ProblemRow[], snapshot: Snapshot): Run[] {
  const places = new Map(
    problems.map((problem) => [`${problem.unit}/${problem.channelId ?? ''}/${problem.path?.join('/') ?? problem.place}`, problem]),
  );
  const shown = [...places.values()].slice(0, EXAMPLES).map((problem) => place(problem, snapshot));
  return words`${listed(shown)}${places.size > EXAMPLES ? '等' : ''}`;
}

/** Unit and what of it: account by name, column by path. */
function place(problem: ProblemRow, snapshot: Snapshot): Run[] {
  const account = snapshot.channels.find((channel) => channel.id === problem.channelId && channel.type === 'account');
  if (account) return words`${quoted(problem.unit)}“${quoted(account.name)}”${kindOf(account).name}`;
  return problem.path === null
    ? words`${quoted(problem.unit)}`
    : words`${quoted(problem.unit)}“${listed(
        problem.path.map((step) => [quoted(step)]),
        '—',
      )}”`;
}
