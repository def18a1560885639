import { type PlainTitle, plainTitle } from './plain-title.ts';

/** How surely two titles name one item; best first. `near` differs only where nothing hangs on it. */
export const LIKENESSES = ['equal', 'near', 'cut'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface TitleRules {
  /** Names of the area from the top: 我县 and 全县 mean the last of them. */
  areaNames?: readonly string[];
}

/** A title too short to tell one item from another must agree to the letter. */
const TELLING_LETTERS = 8;
/** Letters that a title cut with … must still show. */
const CUT_LETTERS = 10;
/** A list that cuts without a sign cuts late; what is cut off may be no more than a third. */
const SILENT_CUT_LETTERS = 22;
const SILENT_CUT_SHARE = 2 / 3;
/** Fewer letters more are a word somebody added (摘要, 附件), not the end of a title that was cut. */
const SILENT_CUT_REST = 4;

/** What may stand on one side only: particles, the kind of paper, and words an editor drops. Never a negation. */
const IDLE =
  /^(的|了|在|将|将于|已|于|关于|对|及|和|与|并|就|等|啦|吧|正式|近日|今日|今天|日前|来了|全文|通知|的通知|公告|的公告|通告|的通告|公示|的公示|我县|我市|我区|全县|全市|全区)$/;
/** Pairs that editors exchange freely. */
const ALIKE: readonly (readonly string[])[] = [
  ['召开', '举行', '举办'],
  ['开展', '进行'],
  ['和', '与', '及', '暨'],
  ['将', '拟', '即将'],
  ['正式发布', '发布', '印发', '出台'],
  ['账', '帐'],
  ['启动', '正式启动'],
];
/** Words that make another item of the same matter: its interpretation, its draft, its correction, its result. */
const TURNS =
  /解读|图解|问答|征求意见|征集|草案|送审|修订|修改|修正|废止|失效|更正|补充|延期|取消|终止|结果|中标|成交|流标|采纳|反馈|精神|摘要|附件|续|回顾|综述|评论|不|未|非|无/;
const ISSUED = /^(.{0,24}?)关于(?:印发|公布|发布|转发)[《〈](.{8,})[》〉]的(?:通知|公告|通告|函)$/;

/** A title with all that is compared worked out once. */
export interface ReadTitle extends PlainTitle {
  /** The paper inside 关于印发《…》的通知; null for any other title. */
  issued: string | null;
  /** All numbers in order as one text. */
  amounts: string;
}

export function readTitle(title: string, { areaNames = [] }: TitleRules = {}): ReadTitle {
  const own = areaNames.at(-1);
  // 我县 is the area by another name; 全县 is not always, so it only may be left out.
  const named = own && own.length > 2 ? title.replace(new RegExp(`我${own.slice(-1)}`, 'g'), own) : title;
  const inner = ISSUED.exec(named.replace(/\s+/g, ''))?.[2];
  const plain = plainTitle(named);
  return { ...plain, issued: inner ? plainTitle(inner).core : null, amounts: plain.numbers.join() };
}

/**
 * Whether two titles name one item (互联互通、同步公开, seeds M18). Precision first: numbers, dates, issues and forms must
 * agree, and what differs must be something nothing hangs on; another place, another year, 第十一期 for 第十期 never match.
 */
export function likeness(a: ReadTitle, b: ReadTitle): Likeness | null {
  if (a.core === '' || b.core === '' || a.form !== b.form) return null;
  if (a.core === b.core) return a.amounts === b.amounts ? (a.cut === b.cut ? 'equal' : 'cut') : null;
  if (a.cut || b.cut) return cutLikeness(a, b);
  if (a.issued !== null && a.issued === b.core) return 'near';
  if (b.issued !== null && b.issued === a.core) return 'near';
  if (Math.min(a.core.length, b.core.length) < TELLING_LETTERS || a.amounts !== b.amounts) return null;
  return idleDifference(a.core, b.core) ? 'near' : silentCut(a.core, b.core) ? 'cut' : null;
}

/** Cut at … on one side, or on both at different places: the beginning must agree to the letter. */
function cutLikeness(a: ReadTitle, b: ReadTitle): Likeness | null {
  const [short, long] = a.core.length <= b.core.length ? [a, b] : [b, a];
  if (!short.cut || short.core.length < CUT_LETTERS) return null;
  // A number may be cut in the middle: 202 of 2022.
  return long.core.startsWith(short.core) && short.numbers.every((number, i) => long.numbers[i]?.startsWith(number)) ? 'cut' : null;
}

function silentCut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SILENT_CUT_LETTERS || short.length < long.length * SILENT_CUT_SHARE || !long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  return rest.length >= SILENT_CUT_REST && !TURNS.test(rest);
}

/** True when every stretch in which two cores differ is idle, or one of a pair that means the same. */
function idleDifference(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return harmless(a.slice(from, a.length - end), b.slice(from, b.length - end), a.slice(0, from), a.slice(a.length - end), 3);
}

/**
 * One differing stretch, widened by up to two shared letters on either side so that 召开 against 举行 or 的 in 的通知 is
 * seen whole; split at the longest common part when it is no single exchange.
 */
function harmless(a: string, b: string, before: string, after: string, depth: number): boolean {
  if (a === b) return true;
  for (let left = 0; left <= Math.min(2, before.length); left++) {
    for (let right = 0; right <= Math.min(2, after.length); right++) {
      const [head, tail] = [before.slice(before.length - left), after.slice(0, right)];
      if (exchange(head + a + tail, head + b + tail)) return true;
    }
  }
  if (depth === 0) return false;
  const common = longestCommon(a, b);
  if (common.length < 2) return false;
  const [atA, atB] = [a.indexOf(common), b.indexOf(common)];
  return (
    harmless(a.slice(0, atA), b.slice(0, atB), before, common, depth - 1) &&
    harmless(a.slice(atA + common.length), b.slice(atB + common.length), common, after, depth - 1)
  );
}

function exchange(a: string, b: string): boolean {
  if (a === '' || b === '') return IDLE.test(a + b);
  return ALIKE.some((words) => words.includes(a) && words.includes(b));
}

function longestCommon(a: string, b: string): string {
  let best = '';
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (let j = 1; j <= b.length; j++) {
      if (a[i - 1] !== b[j - 1]) continue;
      const length = (row[j - 1] as number) + 1;
      next[j] = length;
      if (length > best.length) best = a.slice(i - length, i);
    }
    row = next;
  }
  return best;
}
