import { isBlank, readAttributes, type ScannedTag } from './scan-attributes.ts';

/** Receives what a scan of a page meets, in order. Positions are indexes into the page. */
export interface ScanSink {
  /** An opening tag of `names`, or any other with a wanted attribute. Attributes are those of `wanted`. */
  open(tag: ScannedTag): void;
  /** A closing tag of `names`; lower case. */
  close(name: string): void;
  /** Text between tags, undecoded; `of` names the element when it is one that holds text only. */
  text(from: number, to: number, of: string | null): void;
  /** Tags to hear of. The text-only elements must be among them. */
  names: TagNames;
  /** Attributes to hear of, of a tag of `names` and of all the others. */
  wanted: ReadonlySet<string>;
  wantedOnAny: ReadonlySet<string>;
}

/** Elements whose content is text up to their own end tag, whatever stands in it. */
export const TEXT_ONLY: readonly string[] = ['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'];

/** Names with a quick "surely not" by first letter and length, so that most tags of a page need no copy of their name. */
export interface TagNames {
  find(html: string, from: number, to: number): string | null;
}

const LONGEST = 16;

export function tagNames(names: readonly string[]): TagNames {
  const all = new Map(names.map((name) => [name, name]));
  const possible = new Uint8Array(32 * LONGEST);
  for (const name of names) possible[(name.charCodeAt(0) & 31) * LONGEST + name.length] = 1;
  return {
    find(html, from, to) {
      const length = to - from;
      if (length >= LONGEST || possible[(html.charCodeAt(from) & 31) * LONGEST + length] === 0) return null;
      return all.get(html.slice(from, to).toLowerCase()) ?? null;
    },
  };
}

const SLASH = 47;
const GREATER = 62;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/**
 * Scans a page for a few tags, with the rules of the HTML tokenizer but without looking at every letter: it goes from
 * `<` to `<`. Gives what `readTokens` gives (a test holds them against each other) at a fraction of the work; linear in the page.
 */
export function scanTokens(html: string, sink: ScanSink): void {
  let at = 0;
  let text = 0;
  /** No further `--!>`: looked for once, or many comments would make it quadratic. */
  let noBangEnd = false;
  const flush = (to: number): void => {
    if (to > text) sink.text(text, to, null);
  };
  for (let open = html.indexOf('<', at); open >= 0; open = html.indexOf('<', at)) {
    const code = html.charCodeAt(open + 1);
    if (isLetter(code)) {
      flush(open);
      at = openTag(html, open + 1, sink);
    } else if (code === SLASH && open + 2 < html.length) {
      flush(open);
      at = closeTag(html, open + 2, sink);
    } else if (code === 33 || code === 63) {
      flush(open);
      if (html.startsWith('--', open + 2)) {
        const end = html.startsWith('>', open + 4) ? open + 5 : html.startsWith('->', open + 4) ? open + 6 : -1;
        if (end > 0) at = end;
        else {
          const plain = html.indexOf('-->', open + 4);
          const bang: number = noBangEnd ? -1 : html.indexOf('--!>', open + 4);
          noBangEnd ||= bang < 0;
          at = bang >= 0 && (plain < 0 || bang < plain) ? bang + 4 : plain < 0 ? -1 : plain + 3;
        }
      } else if (html.startsWith('[CDATA[', open + 2)) at = after(html, ']]>', open + 9);
      else at = after(html, '>', open + 2);
    } else {
      at = open + 1;
      continue;
    }
    if (at < 0) return;
    text = at;
  }
  flush(html.length);
}

function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found < 0 ? -1 : found + what.length;
}

/** Where the name that begins at `from` ends; the page's length when it never does. */
function nameEnd(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === GREATER || code === SLASH || isBlank(code)) break;
  }
  return at;
}

function openTag(html: string, from: number, sink: ScanSink): number {
  const end = nameEnd(html, from);
  const name = sink.names.find(html, from, end);
  const tag: ScannedTag | null = name === null ? null : { name, attributes: {} };
  const { at, found } = readAttributes(html, end, tag === null ? sink.wantedOnAny : sink.wanted);
  if (at < 0) return -1;
  if (tag !== null) {
    if (found !== null) tag.attributes = found;
    sink.open(tag);
    return TEXT_ONLY.includes(tag.name) ? textOnly(html, at, tag.name, sink) : at;
  }
  if (found !== null) sink.open({ name: html.slice(from, end).toLowerCase(), attributes: found });
  return at;
}

function closeTag(html: string, from: number, sink: ScanSink): number {
  if (!isLetter(html.charCodeAt(from))) return after(html, '>', from);
  const end = nameEnd(html, from);
  if (end === html.length) return -1;
  const name = sink.names.find(html, from, end);
  if (name !== null) sink.close(name);
  return after(html, '>', end);
}

/** From the end of an opening tag to the end of its closing one. */
function textOnly(html: string, from: number, name: string, sink: ScanSink): number {
  if (name === 'plaintext') {
    if (from < html.length) sink.text(from, html.length, name);
    return -1;
  }
  for (let close = html.indexOf('</', from); close >= 0; close = html.indexOf('</', close + 2)) {
    const end = close + 2 + name.length;
    const code = html.charCodeAt(end);
    if (code !== GREATER && code !== SLASH && !isBlank(code)) continue;
    if (html.slice(close + 2, end).toLowerCase() !== name) continue;
    if (close > from) sink.text(from, close, name);
    sink.close(name);
    return after(html, '>', end);
  }
  if (from < html.length) sink.text(from, html.length, name);
  return -1;
}
