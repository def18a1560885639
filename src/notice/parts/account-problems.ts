import { categoryWords, severityRank, THEME_CODES, THEMES, type Theme } from '../category-words.ts';
import { groupBy } from '../group-by.ts';
import type { Paragraph } from '../model.ts';
import type { Run } from '../run.ts';
import type { ChannelRow, Snapshot } from '../snapshot.ts';
import { listed, quoted, words } from '../words.ts';
import { kindOf } from './kinds.ts';
import { paragraph } from './paragraphs.ts';
import { standingProblems } from './standing.ts';

interface NamedAccount {
  channel: ChannelRow;
  rank: number;
  theme: Theme;
  found: string;
}

/** Names every account with a finding once, under its worst category, with its unit: 某镇“某某发布”政务微信. */
export function accountProblems(snapshot: Snapshot): Paragraph[] {
  const worst = new Map<string, NamedAccount>();
  for (const channel of snapshot.channels.filter((c) => c.type === 'account')) {
    for (const problem of standingProblems(channel, snapshot)) {
      const rank = severityRank(problem.category);
      if (rank < (worst.get(channel.id)?.rank ?? Number.POSITIVE_INFINITY)) {
        worst.set(channel.id, { channel, rank, ...categoryWords(problem.category, problem.categoryName) });
      }
    }
  }
  const byTheme = groupBy(
    [...worst.values()].toSorted((a, b) => a.rank - b.rank),
    (entry) => entry.theme,
  );
  return THEME_CODES.flatMap((theme) => {
    const entries = byTheme.get(theme);
    if (!entries) return [];
    const clauses = [...groupBy(entries, (entry) => entry.found)].map(([found, list]) => words`${listed(list.map(name))}${found}`);
    return [paragraph(`problems.accounts.${theme}`, 'problems', 2, THEMES[theme], words`${listed(clauses, '；')}。`)];
  });
}

function name({ channel }: NamedAccount): Run[] {
  return words`${quoted(channel.unit)}“${quoted(channel.name)}”${kindOf(channel).name}`;
}
