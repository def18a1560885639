import type { CalendarDate } from '../../core/date.ts';
import type { FactData, Post } from '../../evidence/facts.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Account, AccountAdapterKind } from '../../subjects/channel.ts';
import type { Clock } from '../clock.ts';
import type { Net } from '../http/net.ts';

/** Posts kept from sheets or hand entry, with the last day they are vouched for. */
export interface KeptPosts {
  posts: readonly Post[];
  /** Null = nobody has ever vouched for this account. */
  freshOn: CalendarDate | null;
  /** File name, or the name of who entered them. */
  source: string;
  /** Hash of the kept sheet or picture. */
  blob: string | null;
}

export interface AccountJob {
  account: Account;
  /** Monitored day. */
  day: CalendarDate;
  /** For adapters `sheet` and `manual`; null when nothing is kept. */
  kept: KeptPosts | null;
}

export interface AccountDeps {
  net: Net;
  blobs: BlobStore;
  clock: Clock;
  signal?: AbortSignal;
  /** A sheet vouched for longer ago than this says nothing about today. Default 7. */
  staleAfterDays?: number;
}

export interface AccountReading {
  outcome: Outcome;
  posts: readonly Post[];
  freshOn: CalendarDate | null;
  error: FactData<'account-posts'>['error'];
  source: string;
  blob: string | null;
}

/** One way of obtaining the posts of an account; one file in `adapters/`, exported as `adapter`. */
export interface AccountAdapter {
  kind: AccountAdapterKind;
  /** Name and version kept with every fact. */
  how: string;
  read(job: AccountJob, deps: AccountDeps): Promise<AccountReading>;
}
