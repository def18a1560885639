import { collapse } from './plain.ts';
import type { Box, Tree } from './tree.ts';

/** One visible piece of text, as one text node gives it. */
export interface Leaf {
  /** Text with blanks collapsed, ends kept as one blank where the source had any. */
  raw: string;
  /** Text with blanks collapsed and ends trimmed; never ''. */
  text: string;
  box: Box;
  /** Nearest enclosing link, null outside of links. */
  anchor: Box | null;
  /** Index into `Layout.lines`. */
  line: number;
}

/** One line as a browser would set it: block borders and <br> end it. */
export interface Line {
  text: string;
  /** Leaves of the line, end exclusive. */
  from: number;
  to: number;
}

/** The page in reading order, without what a reader never sees (scripts, styles, templates, form values). */
export interface Layout {
  root: Box;
  leaves: Leaf[];
  lines: Line[];
  /** Scripts in order with the number of leaves before each. */
  scripts: { box: Box; at: number }[];
  truncated: boolean;
}

const UNSEEN = new Set('script style noscript template textarea select option title object svg math noembed noframes datalist'.split(' '));
const BREAKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr html iframe legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Reads the visible texts of a tree in one walk without recursion. */
export function layOut(tree: Tree): Layout {
  const leaves: Leaf[] = [];
  const scripts: Layout['scripts'] = [];
  let line = 0;
  let lineHasText = false;
  const breakLine = (): void => {
    if (lineHasText) line++;
    lineHasText = false;
  };
  const stack: { box: Box; anchor: Box | null; next: number }[] = [{ box: tree.root, anchor: null, next: 0 }];
  for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
    const kid = top.box.kids[top.next++];
    if (kid === undefined) {
      top.box.to = leaves.length;
      if (BREAKS.has(top.box.tag)) breakLine();
      stack.pop();
      continue;
    }
    kid.from = leaves.length;
    kid.to = leaves.length;
    if (kid.tag === '#text') {
      const raw = collapse(kid.text);
      const text = raw.trim();
      if (text !== '') {
        leaves.push({ raw, text, box: kid, anchor: top.anchor, line });
        kid.to = leaves.length;
        lineHasText = true;
      } else if (raw !== '' && lineHasText) blankAfter(leaves);
      continue;
    }
    if (BREAKS.has(kid.tag)) breakLine();
    if (kid.tag === 'script') scripts.push({ box: kid, at: leaves.length });
    if (UNSEEN.has(kid.tag) || kid.kids.length === 0) continue;
    stack.push({ box: kid, anchor: leadsOn(kid) ? kid : top.anchor, next: 0 });
  }
  return { root: tree.root, leaves, lines: linesOf(leaves), scripts, truncated: tree.truncated };
}

/** Links, and entries that a script makes clickable as a whole. */
function leadsOn({ tag, attributes }: Box): boolean {
  return (
    tag === 'a' ||
    (attributes.onclick !== undefined && CLICKABLE.has(tag) && /location|open|href|detail|show|view|jump|go\w*\(/i.test(attributes.onclick))
  );
}
const CLICKABLE = new Set(['li', 'tr', 'td', 'dt', 'dd', 'p', 'span', 'h3', 'h4', 'h5']);

/** Blanks alone between two inline elements still part their words. */
function blankAfter(leaves: Leaf[]): void {
  const last = leaves[leaves.length - 1];
  if (last && !last.raw.endsWith(' ')) last.raw += ' ';
}

function linesOf(leaves: readonly Leaf[]): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < leaves.length; ) {
    let to = from + 1;
    while (to < leaves.length && (leaves[to] as Leaf).line === (leaves[from] as Leaf).line) to++;
    lines.push({ text: joinLeaves(leaves, from, to), from, to });
    from = to;
  }
  return lines;
}

/** Text of a run of leaves; lines are parted by one blank. */
export function joinLeaves(leaves: readonly Leaf[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const leaf = leaves[i] as Leaf;
    if (i > from && (leaves[i - 1] as Leaf).line !== leaf.line) text += ' ';
    text += leaf.raw;
  }
  return collapse(text).trim();
}
