import type { CalendarDate } from '../../core/date.ts';
import type { Phrase } from './phrase.ts';
import type { Meeting } from './phrase-index.ts';

/** Words before a former name that say it is one (原国土资源局, 时任扶贫办主任). */
const FORMERLY = /(?:[原前曾旧]|时任|时称|[（(]原)[^，。；、]{0,12}$/;

/**
 * How sure it is that a wording is used after its last day; null where the sentence itself speaks of an earlier time, names a
 * document of that time, or says 原. Without a year nobody can know whether history is told: 0.4, below what is told by default.
 */
export function outdated(phrase: Phrase, day: CalendarDate, text: string, { start, end }: Pick<Meeting, 'start' | 'end'>): number | null {
  if (phrase.validTo === null || phrase.validTo >= day) return null;
  if (FORMERLY.test(text.slice(Math.max(0, start - 16), start)) || isWithinTitle(text, start, end)) return null;
  const last = Number(phrase.validTo.slice(0, 4));
  const years = Array.from(text.matchAll(/(?<!\d)(?:19|20)\d\d(?=年|[—-]\d|\.\d)/g), ([year]) => Number(year));
  if (years.some((year) => year <= last)) return null;
  return years.length > 0 ? 0.8 : 0.4;
}

function isWithinTitle(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('《', start);
  return open >= 0 && text.indexOf('》', open) >= end;
}
