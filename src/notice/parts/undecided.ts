import type { ChannelRow, Snapshot } from '../snapshot.ts';

/** What of a base could not be decided (未能认定), as far as its rate has to tell it. */
export interface Undecided {
  any: boolean;
  /** Nothing could: there is no rate, and 0 % would blame for what nobody knows. */
  all: boolean;
}

/** Of the channels of a base. */
export function undecidedOf(base: readonly ChannelRow[], { undecidedTold }: Pick<Snapshot, 'undecidedTold'>): Undecided {
  const count = base.filter(({ verdict }) => verdict === 'undecided').length;
  return { any: count > 0, all: undecidedTold === true && count > 0 && count === base.length };
}

/** Stands behind the base in the place of counts and rate where nothing could be decided. */
export const NO_RATE = '均未能认定，不计算合格率';
