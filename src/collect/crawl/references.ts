import { styleTargets } from '../../extract/markup/link-values.ts';
import { scanLinks } from '../../extract/markup/links.ts';
import type { Relation } from '../http/look-at-target.ts';
import type { PageReference } from '../memory/page-memory.ts';

const PARTS = new Set(['script', 'link', 'style']);

/** Each address of a page once, in page order. A link wins over the other relations, the first text over none. */
export function referencesOf(html: string, url: string, charset: string, limit: number): PageReference[] {
  const found = new Map<string, PageReference>();
  for (const { url: to, text, relation, tag } of scanLinks(html, url, charset)) {
    const as: Relation = relation === 'image' || !PARTS.has(tag) ? relation : 'part';
    const known = found.get(to);
    if (known === undefined) {
      if (found.size >= limit) break;
      found.set(to, { url: to, relation: as, text });
      continue;
    }
    if (as === 'link') known.relation = 'link';
    if (known.text === '') known.text = text;
  }
  return [...found.values()];
}

/** Pictures and sheets that a style sheet brings in. */
export function sheetReferences(css: string, url: string): PageReference[] {
  const found = new Map<string, PageReference>();
  for (const target of styleTargets(css)) {
    const to = URL.parse(target, url);
    if (to === null || !/^https?:$/.test(to.protocol)) continue;
    to.hash = '';
    const relation: Relation = /\.css$/i.test(to.pathname) ? 'part' : 'image';
    if (!found.has(to.href)) found.set(to.href, { url: to.href, relation, text: '' });
  }
  return [...found.values()];
}
