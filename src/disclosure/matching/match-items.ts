import { type CalendarDate, daysBetween } from '../../core/date.ts';
import { LIKENESSES, type Likeness, likeness, type ReadTitle, readTitle, type TitleRules } from './same-title.ts';

/** Something published on a day: an item of a portal or a post of an account. */
export interface Published {
  /** Distinct on its side. */
  id: string;
  title: string;
  date: CalendarDate;
}

export interface MatchOptions extends TitleRules {
  /** Days that may lie between the two, either way. Default 30. */
  windowDays?: number;
}

export interface Match<P extends Published, A extends Published> {
  portal: P;
  post: A;
  /** Days from portal to account; negative when the account was first. */
  lag: number;
  likeness: Likeness;
}

export interface Matching<P extends Published, A extends Published> {
  /** In the order of the portal's items. */
  matched: readonly Match<P, A>[];
  portalOnly: readonly P[];
  accountOnly: readonly A[];
  /** Items with several posts they could be a cut title of: a person decides, nothing is matched. */
  unsure: readonly P[];
}

const WINDOW_DAYS = 30;
/** Days are counted from here, once an item instead of once a pair. */
const DAY_ZERO = '2000-01-01';
/** A cut title shows at least this much of its beginning. */
const HEAD = 10;
/** Titles that differ in idle words only still share a run of so many letters, looked for at every second place. */
const RUN = 4;
const RUN_STEP = 2;

/**
 * The same item across a portal and an account (seeds M18): one to one, surest titles first, then the nearest day.
 * Items of one side that share title and day count as the several items they are.
 */
export function matchItems<P extends Published, A extends Published>(
  portalItems: readonly P[],
  posts: readonly A[],
  options: MatchOptions = {},
): Matching<P, A> {
  const { windowDays = WINDOW_DAYS } = options;
  const [left, right] = [portalItems, posts].map((items) => items.map((item) => readItem(item, options))) as [ReadItem[], ReadItem[]];
  const worthComparing = indexOf(right.map(({ title }) => title));
  const pairs: Pair[] = [];
  for (const [p, { title, day, keys }] of left.entries()) {
    for (const a of worthComparing(keys)) {
      const other = right[a] as (typeof right)[number];
      const lag = other.day - day;
      if (Math.abs(lag) > windowDays) continue;
      const kind = likeness(title, other.title);
      if (kind !== null) pairs.push({ p, a, lag, likeness: kind });
    }
  }
  const isSure = isClear(pairs, left, right);
  const clear = pairs.filter(isSure);
  clear.sort(
    (x, y) =>
      LIKENESSES.indexOf(x.likeness) - LIKENESSES.indexOf(y.likeness) || Math.abs(x.lag) - Math.abs(y.lag) || x.p - y.p || x.a - y.a,
  );
  const [usedP, usedA] = [new Map<number, Match<P, A>>(), new Set<number>()];
  for (const { p, a, lag, likeness: kind } of clear) {
    if (usedP.has(p) || usedA.has(a)) continue;
    usedA.add(a);
    usedP.set(p, { portal: portalItems[p] as P, post: posts[a] as A, lag, likeness: kind });
  }
  const dropped = new Set(pairs.filter((pair) => !isSure(pair)).map(({ p }) => p));
  const open = portalItems.map((item, p) => ({ item, p })).filter(({ p }) => !usedP.has(p));
  return {
    matched: [...usedP].sort(([x], [y]) => x - y).map(([, match]) => match),
    portalOnly: open.filter(({ p }) => !dropped.has(p)).map(({ item }) => item),
    accountOnly: posts.filter((_, a) => !usedA.has(a)),
    unsure: open.filter(({ p }) => dropped.has(p)).map(({ item }) => item),
  };
}

interface ReadItem {
  title: ReadTitle;
  /** Days since DAY_ZERO. */
  day: number;
  /** Under which it may be found in an index of the other side. */
  keys: readonly string[];
}

/** Read so far, by the rules that were read with: the items of a portal are held against every account of an area. */
const read = new WeakMap<MatchOptions, WeakMap<Published, ReadItem>>();

function readItem(item: Published, options: MatchOptions): ReadItem {
  const known = read.get(options) ?? new WeakMap<Published, ReadItem>();
  read.set(options, known);
  const before = known.get(item);
  if (before) return before;
  const title = readTitle(item.title, options);
  const keys = [headKey(title), ...paperKeys(title), ...runKeys(title, RUN_STEP)];
  const now = { title, day: daysBetween(DAY_ZERO, item.date), keys };
  known.set(item, now);
  return now;
}

interface Pair {
  p: number;
  a: number;
  lag: number;
  likeness: Likeness;
}

/** A cut title may be the beginning of several: then it names none of them, unless the several are one title said again. */
function isClear(
  pairs: readonly Pair[],
  left: readonly { title: ReadTitle }[],
  right: readonly { title: ReadTitle }[],
): (pair: Pair) => boolean {
  const [coresOfP, coresOfA] = [new Map<number, Set<string>>(), new Map<number, Set<string>>()];
  const add = (cores: Map<number, Set<string>>, key: number, core: string): unknown =>
    cores.set(key, (cores.get(key) ?? new Set()).add(core));
  for (const { p, a } of pairs) {
    add(coresOfP, p, right[a]?.title.core ?? '');
    add(coresOfA, a, left[p]?.title.core ?? '');
  }
  return ({ p, a, likeness: kind }) => kind !== 'cut' || (coresOfP.get(p)?.size === 1 && coresOfA.get(a)?.size === 1);
}

/**
 * Finds the titles worth comparing, so that a year of a portal is not compared pair by pair: those with the same beginning
 * (equal and cut titles), the paper inside 关于印发《…》的通知, and those with the same numbers that share a run of letters.
 */
function indexOf(titles: readonly ReadTitle[]): (keys: readonly string[]) => Iterable<number> {
  const byKey = new Map<string, number[]>();
  for (const [i, title] of titles.entries()) {
    for (const key of [headKey(title), ...paperKeys(title), ...runKeys(title, 1)]) {
      const list = byKey.get(key);
      if (list) list.push(i);
      else byKey.set(key, [i]);
    }
  }
  return (keys) => {
    const found = new Set<number>();
    for (const key of keys) for (const i of byKey.get(key) ?? []) found.add(i);
    return found;
  };
}

const headKey = ({ core }: ReadTitle): string => `^${core.slice(0, HEAD)}`;
const paperKeys = ({ core, issued }: ReadTitle): string[] => [`=${core}`, ...(issued === null ? [] : [`=${issued}`])];

function runKeys({ core, amounts }: ReadTitle, step: number): string[] {
  const keys: string[] = [];
  for (let at = 0; at + RUN <= core.length; at += step) keys.push(`${amounts} ${core.slice(at, at + RUN)}`);
  return keys;
}
