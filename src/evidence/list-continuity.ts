import { addDays, type CalendarDate, dateAt, type Instant } from '../core/date.ts';
import type { Fact } from './fact.ts';
import type { FactData, ListItem, ReadingDoubt } from './facts.ts';
import { framesAlike } from './page-frame.ts';

type ListData = FactData<'column-list'>;
type Continuity = NonNullable<ListData['continuity']>;

/** What is known of a column's earlier readings when it is looked at again. */
export interface EarlierReadings {
  /** The newest look before this one. */
  last: Pick<Fact<'column-list'>, 'id' | 'at' | 'data'>;
  /** The last reading nobody doubts; null when there is none, or it is kept no more. */
  trusted: Pick<Fact<'column-list'>, 'id' | 'at' | 'data'> | null;
}

/** A busy list may turn over whole between two looks: then its oldest entry is at most this many days younger than the newest one known. */
const TURNOVER_DAYS = 3;

/**
 * How a reading goes on from earlier ones (国办秘函〔2019〕19号 accuses of 空白栏目 and 不更新; a redesign is neither).
 * A list that had entries and now reads as empty, unreadable or as another list is doubted, until it reads as before, a
 * look on another day gives the same on a page built as before, or a person accepts it (by a rule, or this very look).
 */
export function continuityOf(now: ListData, at: Instant, earlier: EarlierReadings | null): Continuity {
  if (earlier === null) return { trusted: null, doubt: null };
  const { last, trusted } = earlier;
  const before = last.data.continuity?.doubt ?? null;
  const base = trusted?.id ?? last.data.continuity?.trusted ?? null;
  // A look that did not open says nothing: what was doubted stays so.
  if (now.outcome !== 'ok') return { trusted: base, doubt: before };
  const kind = trusted === null ? (before?.kind ?? null) : doubtOf(trusted.data, now);
  if (kind === null) return { trusted: null, doubt: null };
  const again = before !== null && before.kind === kind && last.data.outcome === 'ok' && sameReading(last.data, now);
  if (again && trusted !== null && kind !== 'unreadable' && dateAt(before.since) < dateAt(at) && builtAlike(trusted.data, last.data, now))
    return { trusted: null, doubt: null };
  return { trusted: base, doubt: { kind, since: again || kind === 'unreadable' ? (before?.since ?? at) : at } };
}

/** Whether a look at a list can be what later ones are measured by. */
export function isTrusted({ outcome, continuity }: ListData): boolean {
  return outcome === 'ok' && (continuity?.doubt ?? null) === null;
}

function doubtOf(trusted: ListData, now: ListData): ReadingDoubt | null {
  if (now.rule && now.rule.fault === null && now.rule.id !== trusted.rule?.id) return null;
  if (trusted.state !== 'items') return null;
  if (now.state === 'empty') return 'emptied';
  if (now.state === 'unreadable') return 'unreadable';
  return continues(trusted.items, now.items) ? null : 'replaced';
}

const sameReading = (a: ListData, b: ListData): boolean =>
  a.state === b.state && (a.state !== 'items' || (continues(a.items, b.items) && continues(b.items, a.items)));

const builtAlike = (...looks: readonly ListData[]): boolean => looks.every(({ frame }) => framesAlike(looks[0]?.frame, frame) === true);

/**
 * Whether a list may be the successor of another: it still shows the newest entries known, or half of its entries are
 * known, or it turned over whole without a gap. Entries are known by address or by title, since a redesign changes addresses.
 */
export function continues(before: readonly ListItem[], now: readonly ListItem[]): boolean {
  if (before.length === 0) return true;
  const known = new Set(before.flatMap(keysOf));
  const isKnown = (item: ListItem): boolean => keysOf(item).some((key) => known.has(key));
  const newest = newestOf(before);
  const newestNow = newestOf(now);
  if (now.filter(isKnown).length * 2 >= Math.min(now.length, before.length)) return true;
  if (newest === null || newestNow === null || newestNow < newest) return false;
  const shown = new Set(now.flatMap(keysOf));
  if (before.some((item) => item.date === newest && keysOf(item).some((key) => shown.has(key)))) return true;
  const oldestNow = now.reduce<CalendarDate | null>((a, { date }) => (date !== null && (a === null || date < a) ? date : a), null);
  return oldestNow !== null && oldestNow >= newest && oldestNow <= addDays(newest, TURNOVER_DAYS);
}

/** Titles too short to tell entries apart (详情) do not count. */
const SHORTEST_TITLE = 4;

function keysOf({ title, href }: ListItem): string[] {
  const name = title.replace(/[\s\p{P}]+/gu, '');
  return [...(href === null ? [] : [`@${href}`]), ...(name.length < SHORTEST_TITLE ? [] : [name])];
}

const newestOf = (items: readonly ListItem[]): CalendarDate | null =>
  items.reduce<CalendarDate | null>((a, { date }) => (date !== null && (a === null || date > a) ? date : a), null);
