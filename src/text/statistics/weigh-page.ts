import type { Finding, FindingKind } from '../finding.ts';
import { type BlockEvidence, chanceAt, type DensityWeights, densities, LEAST_SCORE, TELLING } from './density.ts';

/** What was read in one block of a text. */
export interface ReadBlock {
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

/**
 * Gives the candidates of L4 the chance they have in this text (see density.ts), from the score their block alone gave them. Findings
 * of other layers stay as they are. A pure function of the whole text: blocks can be kept and read again.
 */
export function weighPage(blocks: readonly ReadBlock[]): Finding[] {
  const times = new Map<string, number>();
  for (const { findings } of blocks) for (const finding of findings) times.set(nameOf(finding), (times.get(nameOf(finding)) ?? 0) + 1);
  const evidence = blocks.map(
    ({ letters, findings }): BlockEvidence => ({
      letters,
      telling: findings
        .filter((finding) => !isTwice(finding, findings))
        .map((finding) => ({ odds: tellingOdds(finding), times: times.get(nameOf(finding)) ?? 1 }))
        .filter(({ odds }) => odds >= TELLING),
    }),
  );
  const weights = densities(evidence);
  return blocks.flatMap(({ findings }, b) =>
    findings
      .map((finding) => (finding.layer === 'L4' ? { ...finding, score: chanceAt(oddsOf(finding), weights[b] as DensityWeights) } : finding))
      .filter(({ layer, score }) => layer !== 'L4' || score >= LEAST_SCORE),
  );
}

const nameOf = ({ layer, found, suggestion }: Finding): string => `${layer} ${found} ${suggestion}`;

/** What a finding tells of the density of slips, as log odds. */
function tellingOdds(finding: Finding): number {
  if (finding.layer === 'L4') return oddsOf(finding);
  return SLIPS.has(finding.kind) && finding.score >= SURE ? SURE_ODDS : Number.NEGATIVE_INFINITY;
}

/** A slip that a list knows as well tells once. */
const isTwice = ({ layer, start, end }: Finding, findings: readonly Finding[]): boolean =>
  layer === 'L4' && findings.some((other) => other.layer !== 'L4' && other.start < end && start < other.end && SLIPS.has(other.kind));

const oddsOf = ({ score }: Finding): number => Math.log(score / (1 - score));
