import { unfoldIslands } from './list/islands.ts';
import { type Layout, layOut } from './markup/layout.ts';
import { buildTree } from './markup/tree.ts';
import { type Head, readHead } from './page/metas.ts';

/** A page taken apart once, for the single readers (lists, article, footer, guide). */
export interface ParsedPage {
  layout: Layout;
  head: Head;
}

/** Builds the tree of a decoded page, unfolds what scripts hold as finished markup, and lays out its visible lines. */
export function parsePage(html: string): ParsedPage {
  const tree = buildTree(html);
  unfoldIslands(tree);
  return { layout: layOut(tree), head: readHead(tree) };
}
