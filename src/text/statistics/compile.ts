import type { BlockReader, Finding, FindingKind } from '../finding.ts';
import { amended, EDIT_KINDS, type Edit } from './edit.ts';
import { EditReader, withoutRivals } from './judge.ts';
import type { Model } from './model.ts';
import { passageOf } from './passage.ts';
import { type Tokens, tokenise } from './tokens.ts';
import { logOdds } from './trees.ts';

/** Scores from here on are told by default: at most 0.6 false flags in 10,000 characters of clean official text. */
export const DEFAULT_THRESHOLD = 0.5;
/** Candidates that a reviewer can ask for on top of those. */
export const LOOSE_THRESHOLD = 0.05;

/**
 * The judge learned from text with a slip in each hundred characters or so; pages have one in some thousands. The score allows for
 * that, in log odds, and for less where another slip stands nearby: a hasty hand or a bad scan seldom errs once.
 */
const RARE = 3;
const RARE_NEAR_ANOTHER = 1;
/** So many characters apart is nearby. */
const NEARBY = 100;

/** From these log odds on an edit is made and the block looked at again: what stood beside one slip may show another. */
const SURE = 2.2;
const LOOKS = 3;
/** A block with more slips than this is read by a person anyway. */
const MANY = 30;

export interface StatisticsOptions {
  /** Least score of a finding, 0 to 1: about the share of such findings that are right on a page with a slip in 2,500 characters. */
  threshold?: number;
}

/** Makes layer L4 (疑似错字): every finding is for the review queue, none files by itself. */
export function compileStatistics(model: Model, { threshold = DEFAULT_THRESHOLD }: StatisticsOptions = {}): BlockReader {
  const reader = new EditReader(model.knowledge);
  const least = Math.min(SURE, logit(threshold) + RARE_NEAR_ANOTHER);
  return (block) => {
    const found: Found[] = [];
    const covered = new Uint8Array(block.length);
    let tokens = tokenise(block);
    for (let look = 1; look <= LOOKS; look += 1) {
      const judged = judge(model, reader, tokens, found.length, least);
      const sure = judged.filter(({ odds }) => odds >= SURE);
      const isLast = look === LOOKS || sure.length === 0 || sure.length > MANY;
      const taken = isLast ? judged : sure;
      for (const { edit, odds } of taken) {
        const finding = findingOf(block, tokens, edit, 0);
        if (covered.subarray(finding.start, finding.end).includes(1)) continue;
        covered.fill(1, finding.start, finding.end);
        found.push({ finding, odds });
      }
      if (isLast) break;
      for (const { edit } of taken.reverse()) tokens = amended(tokens, edit);
    }
    return scored(found).filter(({ score }) => score >= threshold);
  };
}

interface Found {
  finding: Finding;
  /** What the judge gave it, as log odds. */
  odds: number;
}

const logit = (chance: number): number => Math.log(chance / (1 - chance));
const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Findings in order of place, each with its score, which another sure one nearby raises. */
function scored(found: Found[]): Finding[] {
  found.sort((a, b) => a.finding.start - b.finding.start);
  return found.map(({ finding, odds }, at) => {
    const isSureNearby = (step: number): boolean => {
      for (let i = at + step; i >= 0 && i < found.length; i += step) {
        const other = found[i] as Found;
        if (Math.abs(other.finding.start - finding.start) > NEARBY) return false;
        if (other.odds >= RARE) return true;
      }
      return false;
    };
    return { ...finding, score: chanceOf(odds - (isSureNearby(-1) || isSureNearby(1) ? RARE_NEAR_ANOTHER : RARE)) };
  });
}

interface Judged {
  edit: Edit;
  odds: number;
}

/** Edits of at least `least`, in order of place; of those that compete only the likeliest. */
function judge({ knowledge, trees }: Model, reader: EditReader, tokens: Tokens, putRight: number, least: number): Judged[] {
  const judged: Judged[] = [];
  reader.each(passageOf(knowledge.model, tokens, putRight), (edit, row) => {
    const odds = logOdds(trees, row);
    if (odds >= least) judged.push({ edit, odds });
  });
  const best = withoutRivals(
    judged.sort((a, b) => b.odds - a.odds),
    tokens.length,
  );
  return best.sort((a, b) => a.edit.from - b.edit.from);
}

function findingOf(block: string, { starts, ends }: Tokens, edit: Edit, score: number): Finding {
  const isGap = edit.from === edit.to;
  // A gap has no width: its neighbours are shown. So is what stays of what stands there twice.
  const stays = edit.ids.length === 0 ? Math.min(edit.to - edit.from, edit.from - 1) : 0;
  const first = isGap ? edit.from - 1 : edit.from - stays;
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
