const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?|localhost|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
/** Chinese domains that government sites may bear. */
const CHINESE_HOST = /^[\p{Script=Han}\w-]+(?:\.[\p{Script=Han}\w-]+)*\.(?:政务|公益|中国|cn)$/iu;

/**
 * An http(s) address in its normal form (scheme and host in lower case, a path); one without scheme gets http://.
 * Null for anything else, also for an address with words behind it.
 */
export function webAddress(text: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const host = /^https?:\/\/([^/?#]*)/i.exec(full)?.[1];
  if (host === undefined || /\s/.test(full) || !(HOST.test(host) || CHINESE_HOST.test(host)) || !URL.canParse(full)) return null;
  return new URL(full).href;
}
