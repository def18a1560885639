import { type Box, buildTree, type Tree, walk } from '../markup/tree.ts';

const WRITE = /document\.write(?:ln)?\(\s*(?:"((?:[^"\\\n]|\\[\s\S]){1,5000})"|'((?:[^'\\\n]|\\[\s\S]){1,5000})')\s*\)/g;
/** Bounds of what is unfolded, far above any real page. */
const MOST_ISLANDS = 40;
const LONGEST_SCRIPT = 1_000_000;

/**
 * Puts markup that stands inside scripts where a reader sees it: the first pages of a jpage list (`<record><![CDATA[<li>…`,
 * the XML data island of the 大汉 systems, also kept in a textarea) and plain `document.write('…')` calls (footers, old lists).
 * Nothing is executed: only finished markup in the page source is read. Answers how many islands were unfolded.
 */
export function unfoldIslands(tree: Tree): number {
  let unfolded = 0;
  for (const holder of [...walk(tree.root)].filter((box) => box.tag === 'script' || box.tag === 'textarea')) {
    const text = (holder.kids[0]?.text ?? '').slice(0, LONGEST_SCRIPT);
    const markup = recordsIn(text) ?? (holder.tag === 'script' ? writtenIn(text) : null);
    if (markup === null || holder.parent === null) continue;
    insertBehind(holder, buildTree(markup).root);
    if (++unfolded === MOST_ISLANDS) break;
  }
  return unfolded;
}

function insertBehind(holder: Box, island: Box): void {
  const parent = holder.parent as Box;
  parent.kids.splice(parent.kids.indexOf(holder) + 1, 0, island);
  island.parent = parent;
}

/** By searching, not by one pattern: an unclosed record must not make the search start over and over. */
function recordTexts(text: string): string[] {
  const records: string[] = [];
  for (let from = text.indexOf('<record>'); from >= 0; ) {
    const to = text.indexOf('</record>', from);
    if (to < 0) break;
    records.push(text.slice(from + 8, to).replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
    from = text.indexOf('<record>', to);
  }
  return records;
}

function recordsIn(text: string): string | null {
  // A template of the list holds placeholders instead of entries.
  const real = recordTexts(text).filter((record) => /<a\b/i.test(record) && !/\$\{|\{\{/.test(record));
  return real.length === 0 ? null : `<ul>${real.join('\n')}</ul>`;
}

function writtenIn(text: string): string | null {
  if (!text.includes('document.write')) return null;
  const parts = [...text.matchAll(WRITE)].map((match) => literalText(match[1] ?? match[2] ?? ''));
  const markup = parts.join('');
  return /[\u4e00-\u9fff]|\d{4}[-/.]\d/.test(markup) ? `<div>${markup}</div>` : null;
}

function literalText(literal: string): string {
  return literal
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\([\s\S])/g, '$1');
}
