import type { Box } from '../markup/tree.ts';

/** Properties in lower case with their values; of doubled ones the last stands, as in browsers. */
export type Style = ReadonlyMap<string, string>;

/** More rules than this are a style library, none of which hides a link. */
const MOST_RULES = 3_000;
const LONGEST_SHEET = 400_000;
/** Rules that end with the same name; every element of that name is held against each of them. */
const MOST_OF_ONE_NAME = 100;
const NOTHING: Style = new Map();

/** Declarations of a style attribute or of a rule. */
export function declarations(css: string): Style {
  if (css === '') return NOTHING;
  const style = new Map<string, string>();
  for (const part of css.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part.slice(colon + 1).replace(/!\s*important/i, '');
    style.set(part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return style;
}

interface Compound {
  tag: string | null;
  id: string | null;
  classes: readonly string[];
}
interface Rule {
  /** From the outermost to the element itself. */
  path: readonly Compound[];
  style: Style;
}

/** Rules of the page's own style blocks, by what their last part needs: most elements are asked about few of them. */
export interface PageRules {
  of(box: Box): readonly Style[];
}

/**
 * Reads the style blocks of a page. Only rules that can hide something are kept. Selectors with states, attributes or
 * siblings are left out, and so is what stands in @media: nobody can tell from the page when those hold.
 */
export function pageRules(sheets: readonly string[]): PageRules {
  const byKey = new Map<string, Rule[]>();
  let count = 0;
  for (const sheet of sheets)
    for (const { selectors, style } of rulesOf(sheet)) {
      for (const selector of selectors) {
        const path = compounds(selector);
        const last = path?.at(-1);
        if (!path || !last || ++count > MOST_RULES) continue;
        const key = last.id !== null ? `#${last.id}` : last.classes[0] !== undefined ? `.${last.classes[0]}` : (last.tag ?? '*');
        const rules = byKey.get(key);
        if (rules) {
          if (rules.length < MOST_OF_ONE_NAME) rules.push({ path, style });
        } else byKey.set(key, [{ path, style }]);
      }
    }
  if (count === 0) return { of: () => [] };
  return {
    of(box) {
      const { id, class: classes } = box.attributes;
      const keys = [box.tag, ...(classes ?? '').split(/\s+/).map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])];
      return keys.flatMap((key) => (byKey.get(key) ?? []).filter(({ path }) => matches(path, box)).map(({ style }) => style));
    },
  };
}

const TELLING = /display|visibility|opacity|font-size|overflow|indent|left|top|right|margin|color|background|clip|z-index|transform/;

function* rulesOf(sheet: string): Generator<{ selectors: string[]; style: Style }> {
  const css = withoutRemarks(sheet.slice(0, LONGEST_SHEET));
  for (let at = 0; ; ) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    const head = css.slice(at, open).trim();
    if (head.startsWith('@')) {
      at = endOfBlock(css, open);
      continue;
    }
    const close = css.indexOf('}', open);
    if (close < 0) return;
    const body = css.slice(open + 1, close);
    if (TELLING.test(body)) yield { selectors: head.replace(/^<!--/, '').split(','), style: declarations(body) };
    at = close + 1;
  }
}

/** By searching, not by a pattern: a remark that never ends must not make the search start over and over. */
function withoutRemarks(css: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    parts.push(css.slice(at, open));
    const close = css.indexOf('*/', open + 2);
    at = close < 0 ? css.length : close + 2;
  }
  return parts.join('') + css.slice(at);
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++;
    else if (css[i] === '}' && --depth === 0) return i + 1;
  }
  return css.length;
}

const COMPOUND = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w\u4e00-\u9fff-]+)*)$/i;

function compounds(selector: string): Compound[] | null {
  const parts = selector.replace(/>/g, ' ').trim().split(/\s+/);
  if (parts.length > 6) return null;
  const path: Compound[] = [];
  for (const part of parts) {
    const match = COMPOUND.exec(part);
    if (!match || part === '') return null;
    const names = match[2] ?? '';
    path.push({
      tag: match[1] === undefined || match[1] === '*' ? null : match[1].toLowerCase(),
      id: /#([\w\u4e00-\u9fff-]+)/.exec(names)?.[1] ?? null,
      classes: Array.from(names.matchAll(/\.([\w\u4e00-\u9fff-]+)/g), (name) => name[1] as string),
    });
  }
  return path;
}

function matches(path: readonly Compound[], box: Box): boolean {
  let i = path.length - 1;
  if (!fits(path[i] as Compound, box)) return false;
  i--;
  for (let up = box.parent; up !== null && i >= 0; up = up.parent) if (fits(path[i] as Compound, up)) i--;
  return i < 0;
}

function fits({ tag, id, classes }: Compound, { tag: own, attributes }: Box): boolean {
  if ((tag !== null && tag !== own) || (id !== null && id !== attributes.id)) return false;
  if (classes.length === 0) return true;
  const names = (attributes.class ?? '').split(/\s+/);
  return classes.every((name) => names.includes(name));
}
