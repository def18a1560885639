import type { Box } from '../markup/tree.ts';
import { columnNamesOf, isTelling } from './column-name.ts';
import { addressIn, isLink, type LinkSense, linkText, type Outline, readOutline } from './outline.ts';

/** Links that make a menu. */
const FEWEST = 3;
/** The largest site maps hold some hundreds; more is no tree of columns. */
const MOST = 5_000;
/** Titles of single texts a menu may hold beside its columns: mega menus tease some. */
const STRANGERS = 0.3;

interface Count {
  columns: number;
  /** Links of this site with words that name no column: headlines. */
  others: number;
  telling: boolean;
}

/**
 * Menus of a page, each as an outline: the largest boxes that hold hardly anything but names of columns.
 */
export function findMenus(root: Box, sense: LinkSense): Outline[][] {
  const counts = new Map<Box, Count>();
  count(root, sense, counts);
  const menus: Outline[][] = [];
  const visit = (box: Box): void => {
    const seen = counts.get(box);
    if (seen === undefined || seen.columns < FEWEST) return;
    if (seen.columns <= MOST && seen.telling && seen.others <= seen.columns * STRANGERS) menus.push(readOutline(box, sense));
    else for (const kid of box.kids) visit(kid);
  };
  visit(root);
  return menus.filter((menu) => menu.length > 0);
}

/** Depth of a tree is bounded, so recursion is. */
function count(box: Box, sense: LinkSense, counts: Map<Box, Count>): Count {
  const own = isLink(box) ? countLink(box, sense) : { columns: 0, others: 0, telling: false };
  if (!isLink(box))
    for (const kid of box.kids) {
      const inner = count(kid, sense, counts);
      own.columns += inner.columns;
      own.others += inner.others;
      own.telling ||= inner.telling;
    }
  if (own.columns > 0) counts.set(box, own);
  return own;
}

/** Below this a text of a link is a word of the frame (登录, 更多), not a headline. */
const HEADLINE_LETTERS = 9;

function countLink(link: Box, { column, isOwn }: LinkSense): Count {
  const text = linkText(link);
  const href = addressIn(link);
  const name = columnNamesOf(text).at(-1);
  if (name !== undefined && column(href) !== null) return { columns: 1, others: 0, telling: isTelling(name) };
  return { columns: 0, others: text.trim().length >= HEADLINE_LETTERS && isOwn(href) ? 1 : 0, telling: false };
}
