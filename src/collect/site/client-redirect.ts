import { parseAddress } from '../http/address.ts';
import { visibleTextOf } from '../http/quick-text.ts';

const META_TAG = /<meta\b[^>]{0,2500}>/gi;
const REFRESH = /http-equiv\s*=\s*["']?refresh\b/i;
const REFRESH_TO = /content\s*=\s*["']?\s*(\d{1,3})(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'>\s]{1,2000})/i;
const SCRIPT =
  /(?:^|[\s;{}(>])(?:window\.|self\.|top\.|parent\.|document\.)?location(?:\.href)?\s*=\s*["']([^"'\s]{1,2000})["']|location\.(?:replace|assign)\(\s*["']([^"'\s]{1,2000})["']\s*\)/;
/** A page that only leads on shows at most a line such as “正在跳转”. */
const SHOWN_LETTERS = 60;
const MAX_DELAY_SECONDS = 10;
const LONGEST = 20_000;

/**
 * Where a page that shows nothing of its own sends its visitors by meta refresh or script; null when it stays.
 * Many home pages are such a page. Scripts that decide first (phone or desktop) are not followed.
 */
export function clientRedirect(html: string, url: string): string | null {
  if (html.length > LONGEST || visibleTextOf(html).length > SHOWN_LETTERS) return null;
  const source = html.replace(/<!--[\s\S]*?-->/g, '');
  const meta = REFRESH_TO.exec(source.match(META_TAG)?.find((tag) => REFRESH.test(tag)) ?? '');
  const script = /\bif\s*\(|userAgent/.test(source) ? null : SCRIPT.exec(source);
  const target = meta && Number(meta[1]) <= MAX_DELAY_SECONDS ? meta[2] : (script?.[1] ?? script?.[2]);
  const next = target === undefined ? null : parseAddress(target, url);
  return next === null || next.href === parseAddress(url)?.href ? null : next.href;
}
