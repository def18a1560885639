import type { Instant } from '../../core/date.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Relation } from '../http/look-at-target.ts';

/** Where an address was found; `text` is what a reader sees of it (anchor text, alt text). */
export interface FoundOn {
  url: string;
  text: string;
  home: boolean;
}

/** An address seen on one page. */
export interface Sighting {
  url: string;
  relation: Relation;
  own: boolean;
  on: FoundOn;
}

/** An address to look at, once, however many pages carry it. */
export interface Target {
  url: string;
  relation: Relation;
  own: boolean;
  /** The first pages it was found on, and the number of all. */
  foundOn: readonly FoundOn[];
  foundOnCount: number;
  /** Outcomes so far, in order. */
  outcomes: readonly Outcome[];
  lastLookAt: Instant | null;
  /** Status of the last answer; null without one, or where nobody noted it. */
  lastStatus: number | null;
}

/** A look as the frontier notes it. `open`: it must be looked at again. */
export interface Settled {
  url: string;
  outcome: Outcome;
  at: Instant;
  open: boolean;
  status?: number | null;
}

export const FOUND_ON_KEPT = 3;

/**
 * What one scan still has to look at. Batches in, batches out, so that the same scan can keep it in memory
 * or in the database; each call is one round trip there.
 */
export interface Frontier {
  /** Each sighting must be the only one of its address on its page. A later relation of `link` wins over the others: a page first met as a file is still a page. */
  see(sightings: readonly Sighting[]): Promise<void>;
  /** Targets without any look yet, oldest first; the same ones again until they are settled. */
  fresh(limit: number): Promise<readonly Target[]>;
  /** Targets whose looks so far are no answer yet (`needsAgain`), of those with at most `looks` looks; default all. */
  again(limit: number, looks?: number): Promise<readonly Target[]>;
  /** Records looks; an address nobody saw is ignored. */
  settle(looks: readonly Settled[]): Promise<void>;
  get(url: string): Promise<Target | null>;
  counts(): Promise<{ seen: number; settled: number; open: number }>;
  /** JSON that opening a frontier of the same kind goes on from: its rows, or where they are kept. */
  snapshot(): unknown;
  /** Frees what it holds open; absent where there is nothing. */
  close?(): Promise<void>;
}
