/**
 * How densely a text is strewn with slips, told from the text itself. The judge learned from text with a slip in 75 letters; a page of an
 * office has one in some thousands, a draft or a bad scan may have as many as the judge saw. The same candidate is worth less in the one
 * than in the other (the posterior is shifted to the prior at hand, after Saerens, Latinne and Decaestecker 2002).
 *
 * A few densities are weighed against each other. Under each, slips fall like a Poisson process; a candidate whose odds the judge put
 * at e^o for text of its own density is e^o · r times as likely to be a slip as not where slips are r times as dense.
 */

/** Candidates of this score are kept; no one asks for less likely ones. */
export const LEAST_SCORE = 0.05;

/** Letters to a slip in what the judge learned from. */
const LEARNED = 75;

/** How much rarer slips are than there, as log odds: one in 2,500 letters, in 1,500, 900, 550, 330, 200, 120, 75. */
const RARER = Float64Array.from([3.5, 3, 2.5, 2, 1.5, 1, 0.5, 0]);
const RATES = RARER.map((rarer) => Math.exp(-rarer));

/** Six texts in a hundred have more slips than one in 2,500 letters; nobody knows beforehand how many more. */
const DENSER = 0.06;
const BEFOREHAND = Float64Array.from(RARER, (_, k) => (k === 0 ? 1 - DENSER : DENSER / (RARER.length - 1)));

/** A paragraph is like the rest of its text, but for one in ten: pasted in, scanned, typed by another hand. */
const UNLIKE_THE_REST = 0.1;

/** Only candidates from these log odds on tell of the density: weak ones abound wherever the words are new to the counts. */
export const TELLING = 2;
/** No single candidate tells more than this. */
const MOST_TELLING = 6;
/** Share of slips that show as telling candidates. */
const SHOWN = 0.5;

/** What a block shows of its density. */
export interface BlockEvidence {
  letters: number;
  /** Log odds of its telling candidates; one that stands `times` in the text, a name say, tells no more than once in all. */
  telling: readonly { odds: number; times: number }[];
}

/** Weight of each density, in the order of `RARER`; they add up to one. */
export type DensityWeights = Float64Array;

/**
 * The densities of each block, when asked for it: by its own candidates, and by those of the rest of its text. The order of blocks makes
 * no difference.
 */
export function densities(blocks: readonly BlockEvidence[]): (block: number) => DensityWeights {
  const all = new Float64Array(RARER.length);
  for (const block of blocks) for (let k = 0; k < all.length; k += 1) all[k] = (all[k] as number) + likelihood(block, k);
  return (block) => {
    const own = all.map((_, k) => likelihood(blocks[block] as BlockEvidence, k));
    const rest = normalised(all.map((sum, k) => sum - (own[k] as number) + Math.log(BEFOREHAND[k] as number)));
    return normalised(
      rest.map((weight, k) => Math.log((1 - UNLIKE_THE_REST) * weight + UNLIKE_THE_REST * (BEFOREHAND[k] as number)) + (own[k] as number)),
    );
  };
}

/** The chance that a candidate is right where slips are so dense; `odds` as the judge gave them, a logarithm. */
export function chanceAt(odds: number, weights: DensityWeights): number {
  let chance = 0;
  for (let k = 0; k < RARER.length; k += 1) chance += (weights[k] as number) / (1 + Math.exp((RARER[k] as number) - odds));
  return chance;
}

/** Log likelihood of what a block shows under one density. */
function likelihood({ letters, telling }: BlockEvidence, k: number): number {
  const rate = RATES[k] as number;
  let log = (-SHOWN * rate * letters) / LEARNED;
  for (const { odds, times } of telling) log += Math.log1p(rate * Math.exp(Math.min(odds, MOST_TELLING))) / times;
  return log;
}

function normalised(logs: Float64Array): Float64Array {
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((so, weight) => so + weight, 0);
  return weights.map((weight) => weight / sum);
}
