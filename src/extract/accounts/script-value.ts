import { buildTree, walk } from '../markup/tree.ts';

/** Longest value of a field that counts; anything longer is no title, name or link. */
const LONGEST = 4_000;

/**
 * A text that a script of the page gives under one of these names: `var nickname = htmlDecode("…")`, `nick_name: JsDecode('…')`,
 * `d.nick_name = getXmlValue('…') || '…'`, `var biz = "" || "…"`, `window.title = '…'.html(false)`. Names in order of trust;
 * the first non-empty value counts. Null when there is none.
 */
export function scriptText(scripts: string, names: readonly string[]): string | null {
  for (const name of names) {
    const pattern = new RegExp(
      `(?<![\\w$-])["']?${name}["']?\\s*[:=]\\s*(?:getXmlValue\\([^()]{0,60}\\)\\s*\\|\\|\\s*)?(?:(?:""|'')\\s*\\|\\|\\s*)*(?:\\w{1,12}Decode\\()?("(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*')`,
      'g',
    );
    for (const [, quoted = ''] of scripts.matchAll(pattern)) {
      if (quoted.length > LONGEST) continue;
      const value = plain(quoted.slice(1, -1));
      if (value !== '') return value;
    }
  }
  return null;
}

/** A number under one of these names, quoted or not; null when none is there. */
export function scriptNumber(scripts: string, names: readonly string[]): number | null {
  for (const name of names) {
    for (const [, digits] of scripts.matchAll(
      new RegExp(`(?<![\\w$-])["']?${name}["']?\\s*[:=]\\s*(?:\\w{1,12}Decode\\()?["']?(\\d{1,13})(?!\\d)`, 'g'),
    ))
      return Number(digits);
  }
  return null;
}

/** Escapes of the script, then entities of the page, both of which these pages use, often twice. */
function plain(text: string): string {
  const unescaped = text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|([\s\S]))/gi, (_, hex, wide, letter) =>
    hex || wide ? String.fromCharCode(Number.parseInt(hex ?? wide, 16)) : letter === 'n' || letter === 't' || letter === 'r' ? ' ' : letter,
  );
  return withoutEntities(withoutEntities(unescaped)).replace(/\s+/g, ' ').trim();
}

/** Decodes entities with the page reader itself, so that there is one list of them. A `<` stays a letter. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const tree = buildTree(text.replaceAll('<', '&lt;'));
  return [...walk(tree.root)].map((box) => (box.tag === '#text' ? box.text : '')).join('');
}
