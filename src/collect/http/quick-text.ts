import { decodeHtml } from '../../extract/bytes/decode-html.ts';

/** Beyond this a page is not an error page or a gate; reading more would cost every ordinary page. */
const QUICK_BYTES = 65_536;
/** Elements whose content no reader of the page sees. */
const HIDDEN = /^(script|style|title|noscript|template|textarea)\b/i;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”' };

/** The beginning of a page, decoded once for all who ask what kind of answer it is. */
export interface QuickPage {
  html: string;
  /** What a reader sees, blanks joined. A rough, linear reading; pages are read in earnest by `extract`. Worked out when asked for. */
  readonly text: string;
  /** The same when it has at most `SHORT_LETTERS`, else null, for less work: gates and bare messages are short. */
  readonly shortText: string | null;
  /** So many links that it cannot be a gate or a bare message: spares the ordinary page the work on its text. */
  busy: boolean;
}

const BUSY_LINKS = 30;
export const SHORT_LETTERS = 1_200;

export function quickRead(bytes: Uint8Array, contentType: string | null): QuickPage {
  return quickPage(decodeHtml(bytes.subarray(0, QUICK_BYTES), contentType).text);
}

/** Reads a page that is decoded already. */
export function quickPage(whole: string): QuickPage {
  const html = whole.length > QUICK_BYTES ? whole.slice(0, QUICK_BYTES) : whole;
  let text: string | null = null;
  let short: string | null | undefined;
  return {
    html,
    get shortText() {
      // Entities and blanks shrink, so the beginning is long enough only where it still is when they have.
      if (short === undefined) short = visibleTextOf(html, 3 * SHORT_LETTERS).length > SHORT_LETTERS ? null : this.text;
      return short !== null && short.length <= SHORT_LETTERS ? short : null;
    },
    get text() {
      text ??= visibleTextOf(html);
      return text;
    },
    busy: manyLinks(html),
  };
}

/** Text without markup; when `enough` is given and there is much more, only its beginning. Linear: every search either goes on from where it found something or ends the reading. */
export function visibleTextOf(html: string, enough = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let letters = 0;
  let lower: string | null = null;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const part = html.slice(at, open < 0 ? html.length : open);
    if (part.trim() !== '') {
      parts.push(part);
      letters += part.length;
      if (letters > enough) break;
    }
    if (open < 0) break;
    const end = endOfMarkup(html, open, () => (lower ??= html.toLowerCase()));
    if (end < 0) break;
    at = end;
  }
  return parts
    .join(' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, dec, hex, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? whole) : letter(dec ? Number(dec) : Number.parseInt(hex, 16)),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where text goes on after the tag, comment or hidden element that begins at `open`; -1 when it never ends. */
function endOfMarkup(html: string, open: number, lower: () => string): number {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open);
    return close < 0 ? -1 : close + 3;
  }
  const hidden = HIDDEN.exec(html.slice(open + 1, open + 12))?.[1]?.toLowerCase();
  const from = hidden ? lower().indexOf(`</${hidden}`, open) : open;
  const close = from < 0 ? -1 : html.indexOf('>', from);
  return close < 0 ? -1 : close + 1;
}

const letter = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

/** Text of the title element, '' without one. */
export function titleOf(html: string): string {
  const start = /<title\b[^>]{0,200}>/i.exec(html);
  if (!start) return '';
  const from = start.index + start[0].length;
  const text = html.slice(from, from + 300);
  const end = text.search(/<\/title/i);
  return (end < 0 ? text : text.slice(0, end)).replace(/\s+/g, ' ').trim();
}

function manyLinks(html: string): boolean {
  let at = -1;
  for (let links = 0; links < BUSY_LINKS; links++) {
    at = html.indexOf('<a ', at + 1);
    if (at < 0) return false;
  }
  return true;
}
