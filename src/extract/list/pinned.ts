import type { CalendarDate } from '../../core/date.ts';
import { type Box, walk } from '../markup/tree.ts';

const MARK_TEXT = /^[[(（【]?\s*(?:置\s?顶|顶|top)\s*[\])）】]?$|[[(（【]置顶[\])）】]/i;
const MARK_CLASS = /(?:^|[\s_-])(?:is-?top|totop|top-?icon|icon-?top|sticky|stick|zhiding|zding)(?:$|[\s_-])/i;
const MARK_IMAGE = /(?:^|[/_-])(?:is_?top|top|zd|zhiding|ding|stick)\d{0,2}\.(?:gif|png|jpe?g|svg)/i;
/** More entries than this at the head out of order are a list without order, not pinned ones. */
const MOST_PINNED = 6;

/** True when the entry carries a mark of being pinned: the word 置顶, its icon, or a class that says so. */
export function bearsPinMark(box: Box | null, texts: readonly string[]): boolean {
  return texts.some((text) => MARK_TEXT.test(text)) || (box !== null && hasMarkBox(box));
}

function hasMarkBox(entry: Box): boolean {
  for (const box of walk(entry)) {
    if (MARK_CLASS.test(box.attributes.class ?? '')) return true;
    if (box.tag === 'img' && (MARK_IMAGE.test(box.attributes.src ?? '') || /置顶/.test(box.attributes.alt ?? ''))) return true;
  }
  return false;
}

/**
 * How many entries at the head are pinned by position alone: they are older than the entry that follows them,
 * and from there on the list runs strictly from new to old. A list in any other order has none.
 */
export function pinnedAtHead(dates: readonly (CalendarDate | null)[]): number {
  for (let head = 1; head <= MOST_PINNED && head < dates.length; head++) {
    const next = dates[head];
    const rest = dates.slice(head);
    if (!next || rest.length < Math.max(3, head + 1)) continue;
    if (dates.slice(0, head).every((d) => d != null && d < next) && newestFirst(rest)) return head;
  }
  return 0;
}

function newestFirst(dates: readonly (CalendarDate | null)[]): boolean {
  const known = dates.filter((d) => d !== null);
  return known.every((date, i) => i === 0 || date <= (known[i - 1] as CalendarDate));
}
