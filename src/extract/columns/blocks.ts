import type { Layout } from '../markup/layout.ts';
import type { Box } from '../markup/tree.ts';
import { columnNameOf, isMoreText } from './column-name.ts';
import { addressIn, type LinkSense, type Outline } from './outline.ts';

/** Boxes above a 更多 link in which its heading is looked for. */
const LEVELS = 5;
/** Pieces of text in a block; what holds more is no single block. */
const MOST_LEAVES = 200;

/** Blocks of a front page: the heading of each with the address behind its 更多 link. Good for sites whose menu is a picture or a script. */
export function readBlocks(layout: Layout, { column }: LinkSense): Outline[] {
  const found: Outline[] = [];
  layout.leaves.forEach(({ text, anchor }, at) => {
    const url = anchor !== null && isMoreText(text) ? column(addressIn(anchor)) : null;
    const name = url === null ? '' : headingAbove(layout, anchor as Box, at);
    if (url !== null && name !== '') found.push({ name, lead: [], url, kids: [] });
  });
  return found;
}

/** First words of the smallest box around the link that begins before it; of a box with two such links nothing can be said. */
function headingAbove({ leaves }: Layout, link: Box, at: number): string {
  let box = link.parent;
  for (let up = 0; up < LEVELS && box !== null; up++, box = box.parent) {
    const first = leaves[box.from];
    if (box.to - box.from > MOST_LEAVES) return '';
    if (box.from === at || first === undefined) continue;
    if (leaves.slice(box.from, box.to).filter((leaf) => leaf.anchor !== null && isMoreText(leaf.text)).length > 1) return '';
    return columnNameOf(first.text);
  }
  return '';
}
