import { decodeHtml } from '../../extract/bytes/decode-html.ts';

/** Beyond this a page is not an error page or a gate; reading more would cost every ordinary page. */
const QUICK_BYTES = 65_536;
const INVISIBLE = /^(script|style|title|head|noscript|template|textarea)\b/i;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”' };

/** The beginning of a page, decoded once for all who ask what kind of answer it is. */
export interface QuickPage {
  html: string;
  /** What a reader sees, blanks joined. A rough, linear reading; pages are read in earnest by `extract`. */
  text: string;
}

export function quickRead(bytes: Uint8Array, contentType: string | null): QuickPage {
  const html = decodeHtml(bytes.subarray(0, QUICK_BYTES), contentType).text;
  return { html, text: visibleTextOf(html) };
}

/** Text without markup. Each character is passed over a bounded number of times, whatever the markup. */
export function visibleTextOf(html: string): string {
  const parts: string[] = [];
  let hidden: string | null = null;
  for (const [index, piece] of html.split('<').entries()) {
    if (index === 0) {
      parts.push(piece);
      continue;
    }
    if (hidden !== null) {
      if (piece.slice(0, hidden.length).toLowerCase() !== hidden) continue;
      hidden = null;
    }
    const close = piece.indexOf('>');
    if (piece.startsWith('!--')) {
      if (!piece.includes('-->')) hidden = null;
      parts.push(piece.split('-->')[1] ?? '');
      continue;
    }
    const opened = INVISIBLE.exec(piece)?.[1]?.toLowerCase();
    if (opened && opened !== 'head' && piece[close - 1] !== '/') {
      hidden = `/${opened}`;
      continue;
    }
    if (close >= 0) parts.push(piece.slice(close + 1));
  }
  return parts
    .join(' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, dec, hex, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? whole) : letter(dec ? Number(dec) : Number.parseInt(hex, 16)),
    )
    .replace(/\s+/g, ' ')
    .trim();
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
