import { canonicalJson } from '../../../core/canonical-json.ts';
import { OFFICE_RECORD_KINDS, type OfficeRecordKind } from '../../../disclosure/office-record.ts';
import type { LedgerEntry } from '../../../ledger/reconcile-input.ts';
import type { KeptPost } from '../../../store/posts.ts';
import type { PortalTotal } from '../../../store/volumes.ts';
import type { Held, Settled } from '../settle/settle.ts';
import { type SettledPost, samePost } from '../settle/settle-posts.ts';
import type { SettledRecord } from '../settle/settle-records.ts';
import { volumeKey } from '../settle/settle-volumes.ts';

/** What an import does to one kind of record. */
export interface Change<T> {
  add: readonly T[];
  change: readonly T[];
  /** What is kept of each changed record now, in the same order. */
  was: readonly object[];
  unchanged: number;
}

/** What an import does to one kind of what offices state. */
export type RecordChange = Change<SettledRecord> & { kind: OfficeRecordKind };

/** The whole difference a file makes; empty when it was imported before and nothing happened since. */
export interface ImportPlan {
  areas: Change<Settled['areas'][number]>;
  units: Change<Settled['units'][number]>;
  sites: Change<Settled['sites'][number]>;
  columns: Change<Settled['columns'][number]>;
  accounts: Change<Settled['accounts'][number]>;
  volumes: Change<Settled['volumes'][number]>;
  posts: Change<SettledPost>;
  /** Posts with figures, as of this import. */
  figures: readonly SettledPost[];
  records: readonly RecordChange[];
  portalTotals: readonly PortalTotal[];
  fresh: Settled['fresh'];
  /** New histories for the ledger; what is there already is left as it is. */
  problems: Change<LedgerEntry>;
  /** What a person should settle; none of it stops the import. */
  questions: readonly string[];
}

/** Compares settled records with what is held. Pure: writing is another step. */
export function planImport(
  held: Held & { posts: readonly KeptPost[]; records: readonly SettledRecord[]; problemIds: ReadonlySet<string> },
  settled: Settled,
  histories: readonly LedgerEntry[],
  questions: readonly string[],
): ImportPlan {
  const { register } = held;
  const id = (record: { id: string }): string => record.id;
  return {
    areas: compare(register.areas, settled.areas, id),
    units: compare(register.units, settled.units, id),
    sites: compare(register.sites, settled.sites, id),
    columns: compare(register.columns, settled.columns, id),
    accounts: compare(register.accounts, settled.accounts, id),
    volumes: compare(held.volumes, settled.volumes, volumeKey),
    posts: comparePosts(held.posts, settled.posts),
    figures: settled.posts.filter(({ reads, likes }) => reads !== undefined || likes !== undefined),
    records: OFFICE_RECORD_KINDS.map((kind) => ({
      kind,
      ...compare(
        held.records,
        settled.records.filter((record) => record.kind === kind),
        id,
      ),
    })),
    portalTotals: settled.portalTotals,
    fresh: settled.fresh,
    problems: newHistories(held.problemIds, histories),
    questions,
  };
}

function newHistories(known: ReadonlySet<string>, histories: readonly LedgerEntry[]): Change<LedgerEntry> {
  const add = histories.filter(({ problem }) => !known.has(problem.id));
  return { add, change: [], was: [], unchanged: histories.length - add.length };
}

function compare<T extends object>(held: readonly T[], settled: readonly T[], keyOf: (record: T) => string): Change<T> {
  const before = new Map(held.map((record) => [keyOf(record), canonicalJson(record)]));
  const add = settled.filter((record) => !before.has(keyOf(record)));
  const change = settled.filter((record) => before.has(keyOf(record)) && before.get(keyOf(record)) !== canonicalJson(record));
  const kept = new Map(held.map((record) => [keyOf(record), record]));
  const was = change.map((record) => kept.get(keyOf(record)) as T);
  return { add, change, was, unchanged: settled.length - add.length - change.length };
}

/**
 * The same export with or without the column of addresses is the same posts: without an address on either side,
 * day and title decide, so that nothing is counted twice (seeds D07).
 */
function comparePosts(held: readonly KeptPost[], settled: readonly SettledPost[]): Change<SettledPost> {
  const byKey = new Map(held.map((post) => [samePost(post), post]));
  const titles = new Map(held.map((post) => [samePost({ ...post, url: null }), post]));
  const add: SettledPost[] = [];
  const change: SettledPost[] = [];
  const was: KeptPost[] = [];
  for (const post of settled) {
    const known = byKey.get(samePost(post));
    const twin = titles.get(samePost({ ...post, url: null }));
    if (!known && !(twin && (twin.url === null || post.url === null))) add.push(post);
    else if (
      known &&
      (known.date !== post.date || known.title !== post.title || (post.original !== null && known.original !== post.original))
    ) {
      change.push(post);
      was.push(known);
    }
  }
  return { add, change, was, unchanged: settled.length - add.length - change.length };
}
