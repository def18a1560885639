import type { BlockReader, Finding, FindingKind } from '../finding.ts';
import { EDIT_KINDS, type Edit } from './edit.ts';
import { competes, EditReader } from './judge.ts';
import type { Model } from './model.ts';
import { readPassage } from './passage.ts';
import type { Tokens } from './tokens.ts';
import { logOdds } from './trees.ts';

/** Scores from here on are told by default: at most 0.6 false flags in 10,000 characters of clean official text. */
export const DEFAULT_THRESHOLD = 0.95;
/** Candidates that a reviewer can ask for on top of those. */
export const LOOSE_THRESHOLD = 0.5;

export interface StatisticsOptions {
  /** Least score of a finding, 0 to 1. */
  threshold?: number;
}

interface Judged {
  edit: Edit;
  score: number;
}

/** Makes layer L4 (疑似错字): every finding is for the review queue, none files by itself. */
export function compileStatistics({ knowledge, trees }: Model, { threshold = DEFAULT_THRESHOLD }: StatisticsOptions = {}): BlockReader {
  const reader = new EditReader(knowledge);
  return (block) => {
    const passage = readPassage(knowledge.model, block);
    const judged: Judged[] = [];
    reader.each(passage, (edit, row) => {
      const score = 1 / (1 + Math.exp(-logOdds(trees, row)));
      if (score >= threshold) judged.push({ edit, score });
    });
    return best(judged).map(({ edit, score }) => findingOf(block, passage.tokens, edit, score));
  };
}

/** Of edits that compete the likeliest one, in order of place. */
function best(judged: Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const one of judged.sort((a, b) => b.score - a.score)) {
    if (kept.every(({ edit }) => !competes(edit, one.edit))) kept.push(one);
  }
  return kept.sort((a, b) => a.edit.from - b.edit.from);
}

function findingOf(block: string, { starts, ends }: Tokens, edit: Edit, score: number): Finding {
  const isGap = edit.from === edit.to;
  // A gap has no width: its neighbours are shown. So is, for a repeated token, the one that stays.
  const first = isGap || (edit.ids.length === 0 && edit.from > 1) ? edit.from - 1 : edit.from;
  const last = isGap ? edit.from : edit.to - 1;
  const start = starts[first] as number;
  const end = ends[last] as number;
  const before = block.slice(start, starts[edit.from]);
  const after = isGap ? block.slice(starts[edit.from], end) : '';
  const suggestion = before + String.fromCharCode(...edit.ids) + after;
  return {
    start,
    end,
    found: block.slice(start, end),
    suggestion,
    layer: 'L4',
    kind: KINDS[edit.kind] as FindingKind,
    severity: 3,
    score,
    files: false,
    why: `按大量法规和公文中字词连用的情况，此处“${block.slice(start, end)}”疑为“${suggestion}”，请人工核对。`,
  };
}

const KINDS = ((): FindingKind[] => {
  const kinds: FindingKind[] = [];
  for (const kind of Object.values(EDIT_KINDS)) kinds[kind] = 'wrong-character';
  kinds[EDIT_KINDS.word] = 'wrong-word';
  kinds[EDIT_KINDS.swap] = 'swapped-characters';
  kinds[EDIT_KINDS['drop repeated']] = 'extra-character';
  kinds[EDIT_KINDS.drop] = 'extra-character';
  kinds[EDIT_KINDS.insert] = 'missing-character';
  return kinds;
})();
