import { type CalendarDate, makeDate } from '../../core/date.ts';

/**
 * Addresses of content systems that carry the day they were made, most telling first:
 * TRS `/202212/t20221227_123.html`, jcms `/art/2022/12/27/art_1_2.html`, `/2022-12/27/content_1.htm`, `/2022-12-27/1.html`, `/20221227/…`.
 * It is the day of entry, often not the day shown: a last resort, and marked as such by whoever uses it.
 */
const FORMS = [
  /[/_]t((?:19|20)\d{2})(\d{2})(\d{2})_\d+/,
  /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\/|_|$)/,
  /\/((?:19|20)\d{2})-?(\d{2})\/(\d{2})(?=\/)/,
  /\/((?:19|20)\d{2})\/(\d{2})(\d{2})(?=\/)/,
  /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?(?=[/_.-]|$)/,
];

/** The date in an address; null when there is none or it is not a day. */
export function dateInUrl(href: string): CalendarDate | null {
  const path = href.split(/[?#]/, 1)[0] as string;
  for (const form of FORMS) {
    const m = form.exec(`/${path}`);
    const date = m && makeDate(Number(m[1]), Number(m[2]), Number(m[3]));
    if (date) return date;
  }
  return null;
}
