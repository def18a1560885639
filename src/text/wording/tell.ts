import type { Finding } from '../finding.ts';
import type { Blend } from './blend.ts';
import type { Folded } from './fold.ts';
import type { Judgement } from './judge-miss.ts';
import type { KnownSpelling } from './known-spelling.ts';
import { PHRASE_KINDS, type Phrase } from './phrase.ts';
import type { Meeting } from './phrase-index.ts';

/** From this score a slip in a fixed wording is filed without a person, severity 1 never. */
const FILES_FROM = 0.85;

/** The finding of a slip in a fixed wording or title. */
export function tellMiss(block: string, folded: Folded, miss: Meeting, { kind, score }: Judgement, known: KnownSpelling): Finding {
  const { phrase } = known;
  const { start, end, suggestion } = told(folded, miss, known.text);
  const isTitle = (phrase.kind === 'law' || phrase.kind === 'document') && kind === 'wrong-word';
  return {
    ...placed(block, folded, start, end),
    suggestion,
    layer: 'L1',
    kind: isTitle ? 'law-title' : kind,
    severity: phrase.severity,
    score,
    files: score >= FILES_FROM && phrase.severity > 1,
    why: `${PHRASE_KINDS[phrase.kind]}应为“${phrase.text}”。`,
  };
}

/** The whole phrase, or the letters about the slips where quotation marks stand within: a suggestion must not lose them. */
function told(folded: Folded, { start, end, edits }: Meeting, text: string): { start: number; end: number; suggestion: string } {
  const isPlain = folded.at(end - 1) - folded.at(start) === end - 1 - start;
  const first = edits[0];
  const last = edits.at(-1);
  if (isPlain || !first || !last) return { start, end, suggestion: text };
  const before = first.textAt > start ? 1 : 0;
  const after = last.textAt + last.textLength < end ? 1 : 0;
  return {
    start: first.textAt - before,
    end: last.textAt + last.textLength + after,
    suggestion: text.slice(first.phraseAt - before, last.phraseAt + last.phraseLength + after),
  };
}

/** The finding of two wordings run into one. */
export function tellBlend(block: string, folded: Folded, start: number, { meant, end }: Blend): Finding {
  return {
    ...placed(block, folded, start, end),
    suggestion: meant.text,
    layer: 'L1',
    kind: 'blended-phrase',
    severity: meant.severity,
    score: 0.97,
    files: meant.severity > 1,
    why: `两个规范表述串写在一起，按上下文应为“${meant.text}”，也可能漏了顿号。`,
  };
}

/** The finding of a wording that is no longer in use, with the one that took its place if there is one. */
export function tellOutdated(block: string, folded: Folded, { start, end }: Meeting, phrase: Phrase, score: number): Finding {
  const instead = phrase.replacedBy === null ? '' : `，现为“${phrase.replacedBy}”`;
  return {
    ...placed(block, folded, start, end),
    suggestion: phrase.replacedBy,
    layer: 'L1',
    kind: 'outdated-phrase',
    severity: phrase.severity,
    score,
    files: false,
    why: `“${phrase.text}”用到${phrase.validTo}为止${instead}；叙述历史时请写“原”或注明年份。`,
  };
}

/** The stretch of the block as it stands there, quotation marks within included. */
function placed(block: string, folded: Folded, from: number, to: number): Pick<Finding, 'start' | 'end' | 'found'> {
  const start = folded.at(from);
  const end = folded.at(to - 1) + 1;
  return { start, end, found: block.slice(start, end) };
}
