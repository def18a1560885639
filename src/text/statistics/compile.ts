import type { BlockReader, Finding, FindingKind } from '../finding.ts';
import { LEAST_SCORE } from './density.ts';
import { amended, EDIT_KINDS, type Edit } from './edit.ts';
import { EditReader, withoutRivals } from './judge.ts';
import type { Model } from './model.ts';
import { passageOf } from './passage.ts';
import { type Tokens, tokenise } from './tokens.ts';
import { logOdds } from './trees.ts';

/** From these log odds on an edit is made and the block looked at again: what stood beside one slip may show another. */
const SURE = 2.2;
const LOOKS = 3;
/** A block with more slips than this is read by a person anyway. */
const MANY = 30;

/**
 * Makes layer L4 (疑似错字): every finding is for the review queue, none files by itself. Its score is the chance it would have in text as
 * dense with slips as that the judge learned from; `weighPage` makes of it the chance in the text at hand.
 */
export function compileStatistics(model: Model): BlockReader {
  const reader = new EditReader(model.knowledge);
  const least = Math.log(LEAST_SCORE / (1 - LEAST_SCORE));
  return (block) => {
    const found: Finding[] = [];
    const covered = new Uint8Array(block.length);
    let tokens = tokenise(block);
    for (let look = 1; look <= LOOKS; look += 1) {
      const judged = judge(model, reader, tokens, found.length, least);
      const sure = judged.filter(({ odds }) => odds >= SURE);
      const isLast = look === LOOKS || sure.length === 0 || sure.length > MANY;
      const taken = isLast ? judged : sure;
      for (const { edit, odds } of taken) {
        const finding = findingOf(block, tokens, edit, 1 / (1 + Math.exp(-odds)));
        if (covered.subarray(finding.start, finding.end).includes(1)) continue;
        covered.fill(1, finding.start, finding.end);
        found.push(finding);
      }
      if (isLast) break;
      for (const { edit } of taken.reverse()) tokens = amended(tokens, edit);
    }
    return found.sort((a, b) => a.start - b.start);
  };
}

interface Judged {
  edit: Edit;
  odds: number;
}

/** Edits of at least `least`, in order of place; of those that compete only the likeliest. */
function judge({ knowledge, trees }: Model, reader: EditReader, tokens: Tokens, putRight: number, least: number): Judged[] {
  const judged: Judged[] = [];
  reader.each(passageOf(knowledge.model, tokens, putRight), (edit, row) => {
    const odds = logOdds(trees, row, least);
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
