import type { Finding, FindingKind } from '../finding.ts';
import { type BlockEvidence, chanceAt, densities, LEAST_SCORE, TELLING } from './density.ts';

/** What was read in one block of a text. */
export interface ReadBlock {
  /** The block as given, and where it begins in the text that the findings' offsets are of. */
  text: string;
  start: number;
  letters: number;
  findings: readonly Finding[];
}

/** Slips of a hand: what a list found of these kinds tells of the density of slips too. */
const SLIPS: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'wrong-character',
  'missing-character',
  'extra-character',
  'swapped-characters',
  'wrong-word',
  'blended-phrase',
]);
/** Log odds of a slip that a list is sure of, and how sure it must be. */
const SURE_ODDS = 4;
const SURE = 0.85;

/** Letters on either side that must be the same for two candidates to be the same. */
const AROUND = 2;

/**
 * Gives the candidates of L4 the chance they have in this text, from the score their block alone gave them: by how densely the text is
 * strewn with slips (see density.ts), and by how often the same candidate comes back, since a name or a term does and a slip seldom.
 * Findings of other layers stay as they are. A pure function of the whole text: blocks can be kept and read again.
 */
export function weighPage(blocks: readonly ReadBlock[]): Finding[] {
  const times = new Map<string, number>();
  for (const block of blocks)
    for (const finding of block.findings) times.set(nameOf(finding, block), (times.get(nameOf(finding, block)) ?? 0) + 1);
  const evidence = blocks.map(
    (block): BlockEvidence => ({
      letters: block.letters,
      telling: block.findings
        .filter((finding) => !isTwice(finding, block.findings))
        .map((finding) => ({ odds: tellingOdds(finding), times: times.get(nameOf(finding, block)) ?? 1 }))
        .filter(({ odds }) => odds >= TELLING),
    }),
  );
  const weightsOf = densities(evidence);
  return blocks.flatMap((block, b) => {
    if (!block.findings.some(({ layer }) => layer === 'L4')) return block.findings;
    const weights = weightsOf(b);
    return block.findings
      .map((finding) => {
        if (finding.layer !== 'L4') return finding;
        const odds = oddsOf(finding) - Math.log(times.get(nameOf(finding, block)) ?? 1);
        return { ...finding, score: chanceAt(odds, weights) };
      })
      .filter(({ layer, score }) => layer !== 'L4' || score >= LEAST_SCORE);
  });
}

/** The same for the same words proposed in the same surroundings. */
const nameOf = ({ layer, suggestion, start, end }: Finding, block: ReadBlock): string =>
  `${layer} ${suggestion} ${block.text.slice(Math.max(0, start - block.start - AROUND), end - block.start + AROUND)}`;

/** What a finding tells of the density of slips, as log odds. */
function tellingOdds(finding: Finding): number {
  if (finding.layer === 'L4') return oddsOf(finding);
  return SLIPS.has(finding.kind) && finding.score >= SURE ? SURE_ODDS : Number.NEGATIVE_INFINITY;
}

/** A slip that a list knows as well tells once. */
const isTwice = ({ layer, start, end }: Finding, findings: readonly Finding[]): boolean =>
  layer === 'L4' && findings.some((other) => other.layer !== 'L4' && other.start < end && start < other.end && SLIPS.has(other.kind));

const oddsOf = ({ score }: Finding): number => Math.log(score / (1 - score));
