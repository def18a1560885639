import { styleTargets } from '../../extract/markup/link-values.ts';
import type { PageReference } from '../../extract/markup/scan-page.ts';

/** Pictures and sheets that a style sheet brings in. */
export function sheetReferences(css: string, url: string): PageReference[] {
  const found = new Map<string, PageReference>();
  for (const target of styleTargets(css)) {
    const to = URL.parse(target, url);
    if (to === null || !/^https?:$/.test(to.protocol)) continue;
    to.hash = '';
    const relation = /\.css$/i.test(to.pathname) ? 'part' : 'image';
    if (!found.has(to.href)) found.set(to.href, { url: to.href, relation, text: '' });
  }
  return [...found.values()];
}
