import { readTokens } from './tokens.ts';

/** An opening tag with the attributes that were asked for, by lower-case name, entities decoded. */
export interface ScannedTag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

const NO_MATCH = { at: -1, found: null };
const EQUALS = 61;
const SLASH = 47;
const GREATER = 62;
const DOUBLE = 34;
const SINGLE = 39;
const LONGEST = 20;

export const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 12;

/**
 * Reads the attributes from behind a tag's name to its end. Answers the position after `>` (-1 when the tag never ends)
 * and the wanted ones, null when there is none. Of doubled attributes the first counts.
 */
export function readAttributes(
  html: string,
  from: number,
  wanted: ReadonlySet<string>,
): { at: number; found: Record<string, string> | null } {
  let found: Record<string, string> | null = null;
  let at = from;
  for (;;) {
    let code = html.charCodeAt(at);
    while (isBlank(code) || code === SLASH) code = html.charCodeAt(++at);
    if (at >= html.length) return NO_MATCH;
    if (code === GREATER) return { at: at + 1, found };
    const start = at++; // whatever stands first belongs to the name, even `=`
    for (code = html.charCodeAt(at); at < html.length && code !== EQUALS && code !== SLASH && code !== GREATER && !isBlank(code); )
      code = html.charCodeAt(++at);
    const name = at - start <= LONGEST ? nameOf(html, start, at, wanted) : null;
    while (isBlank(code)) code = html.charCodeAt(++at);
    let value = '';
    if (code === EQUALS) {
      do code = html.charCodeAt(++at);
      while (isBlank(code));
      if (at >= html.length) return NO_MATCH;
      const quote = code === DOUBLE || code === SINGLE ? code : 0;
      const begin = quote ? at + 1 : at;
      const end = quote ? html.indexOf(quote === DOUBLE ? '"' : "'", begin) : bareEnd(html, at);
      if (end < 0) return NO_MATCH;
      at = quote ? end + 1 : end;
      if (name !== null) value = decodedValue(html.slice(begin, end), quote);
    }
    if (at >= html.length) return NO_MATCH;
    if (name !== null) {
      found ??= Object.create(null) as Record<string, string>;
      if (!(name in found)) found[name] = value;
    }
  }
}

function bareEnd(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === GREATER || isBlank(code)) break;
  }
  return at;
}

function nameOf(html: string, from: number, to: number, wanted: ReadonlySet<string>): string | null {
  const name = html.slice(from, to);
  if (wanted.has(name)) return name;
  const lower = name.toLowerCase();
  return lower !== name && wanted.has(lower) ? lower : null;
}

/** Other entities than `&amp;` are rare in addresses, so the tokenizer decodes them. */
function decodedValue(raw: string, quote: number): string {
  if (!raw.includes('&')) return raw;
  if (!/&(?!amp;)/.test(raw)) return raw.replaceAll('&amp;', '&');
  const mark = quote === 0 ? '' : String.fromCharCode(quote);
  let value = '';
  readTokens(`<a b=${mark}${raw}${mark}>`, {
    open: (_, attributes) => {
      value = attributes.b ?? '';
    },
    close: () => {},
    text: () => {},
  });
  return value;
}

/** Text of a page with its entities decoded; in `title` and `textarea` as elsewhere, raw in the other text-only elements. */
export function textOf(raw: string, of: string | null): string {
  if (!raw.includes('&') || (of !== null && of !== 'title' && of !== 'textarea')) return raw;
  let text = '';
  readTokens(of === null ? `${raw}<b>` : `<${of}>${raw}</${of}>`, {
    open: () => {},
    close: () => {},
    text: (data) => {
      text += data;
    },
  });
  return text;
}
