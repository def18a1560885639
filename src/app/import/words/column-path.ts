import { tidyName } from './fold.ts';

/** 本级政策解读—负责人解读, also with > » → / － and a plain hyphen between Chinese words. */
const SEPARATOR = /\s*(?:[—–－→➔➜>＞»›/／\\＼]+|-+>)\s*|\s+-+\s+|(?<=\p{Script=Han})-+(?=\p{Script=Han})/u;
const QUOTES = /[“”"「」』『]/g;
/** Words of a breadcrumb that name no column. */
const LEADERS = new Set(['首页', '网站首页', '当前位置', '您的位置', '您现在的位置']);

/** Parts of a column path from the top; null when there is none or a part between two separators is empty. */
export function columnPath(text: string): string[] | null {
  const parts = text
    .trim()
    .split(SEPARATOR)
    .map((part) => tidyName(part.replace(QUOTES, '')));
  while (parts.length > 1 && LEADERS.has((parts[0] as string).replace(/[：:]$/, ''))) parts.shift();
  return parts.length > 0 && parts.every((part) => part !== '') ? parts : null;
}
