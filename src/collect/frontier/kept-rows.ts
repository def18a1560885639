import type { Instant } from '../../core/date.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Relation } from '../http/look-at-target.ts';
import type { FoundOn } from './frontier.ts';

/** `waiting`: nobody has looked; `open`: the looks so far are no answer yet; `settled`: done. */
export type AddressState = 'waiting' | 'open' | 'settled';

/** An address of one scan as it is kept. */
export interface AddressRow {
  /** 16 bytes (`addressKey`), as 32 hexadecimal digits. */
  key: string;
  /** Order in which addresses were met, from 1. */
  seq: number;
  url: string;
  relation: Relation;
  own: boolean;
  foundOn: FoundOn[];
  foundOnCount: number;
  state: AddressState;
  outcomes: Outcome[];
  lastLookAt: Instant | null;
  lastStatus: number | null;
}

export interface AddressTotals {
  seen: number;
  settled: number;
  open: number;
  lastSeq: number;
}

/** Reads the kept addresses of one scan; each call is one question. */
export interface KeptAddresses {
  totals(): Promise<AddressTotals>;
  byKeys(keys: readonly string[]): Promise<AddressRow[]>;
  /** Without a look, with a `seq` above `after`, in that order. */
  waiting(after: number, limit: number): Promise<AddressRow[]>;
  /** Open after at most `looks` looks, in the order of `seq`. */
  open(limit: number, looks: number): Promise<AddressRow[]>;
}
