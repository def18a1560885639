import { frameOf } from '../../evidence/page-frame.ts';
import { walk } from '../markup/tree.ts';
import type { ParsedPage } from '../parse-page.ts';
import { classesOf } from './select.ts';

const MOST_NAMES = 5_000;

/** Fingerprint of how a page is built: its tags with their class names and ids, numbers left out. Null for a page without any. */
export function pageFrame({ layout }: ParsedPage): string | null {
  const names = new Set<string>();
  for (const box of walk(layout.root)) {
    if (box.tag === '#text' || names.size >= MOST_NAMES) continue;
    for (const name of classesOf(box)) names.add(`${box.tag}.${name.replace(/\d+/g, '')}`);
    if (box.attributes.id !== undefined) names.add(`${box.tag}#${box.attributes.id.replace(/\d+/g, '')}`);
    names.add(`${box.parent?.tag ?? ''}>${box.tag}`);
  }
  return frameOf(names);
}
