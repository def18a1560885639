import { placeClosing, placeOpening } from './nesting.ts';
import { OpenTags } from './open-tags.ts';
import { type Attributes, readTokens } from './tokens.ts';

/** One element or text of a page. Text nodes have tag `#text` and no children. */
export class Box {
  readonly tag: string;
  readonly attributes: Attributes;
  parent: Box | null;
  readonly kids: Box[] = [];
  /** Raw text of a text node, else ''. */
  text = '';
  /** Visible texts inside this box: indexes into `Layout.leaves`, end exclusive. Set by the layout. */
  from = 0;
  to = 0;
  constructor(tag: string, attributes: Attributes, parent: Box | null) {
    this.tag = tag;
    this.attributes = attributes;
    this.parent = parent;
  }
}

/** The tree of a page; `truncated` when it was larger than is ever sensible and the rest was left out. */
export interface Tree {
  root: Box;
  truncated: boolean;
}

/** Depth at which browsers stop nesting too. It bounds every walk up and every search for an open tag. */
export const MAX_DEPTH = 512;
/** Boxes kept of one page; the largest real page seen has 30,000. */
export const MAX_BOXES = 400_000;

const VOID = new Set(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr'.split(' '),
);
/** Not kept as boxes: template includes repeat them anywhere, and browsers then ignore the tag and keep its content. */
const FRAME_TAGS = new Set(['html', 'head', 'body']);
const NONE: Attributes = Object.freeze({});

/** Builds the tree of a page in linear time and bounded depth, with the nesting repairs that matter for reading lists and tables. */
export function buildTree(html: string): Tree {
  const root = new Box('#root', NONE, null);
  const open = new OpenTags<Box>(root);
  let boxes = 0;
  let truncated = false;

  const add = (tag: string, attributes: Attributes): Box | null => {
    if (boxes >= MAX_BOXES) {
      truncated = true;
      return null;
    }
    boxes++;
    const parent = open.last;
    const box = new Box(tag, attributes, parent);
    parent.kids.push(box);
    return box;
  };

  readTokens(html, {
    open(name, attributes, selfClosing) {
      if (FRAME_TAGS.has(name)) return;
      open.cutTo(placeOpening(name, open));
      const box = add(name, attributes);
      if (box && !VOID.has(name) && !(selfClosing && isForeign(open.last)) && open.size < MAX_DEPTH) open.push(box);
    },
    close(name) {
      if (!FRAME_TAGS.has(name)) open.cutTo(placeClosing(name, open));
    },
    text(data) {
      const parent = open.last;
      const last = parent.kids[parent.kids.length - 1];
      if (last?.tag === '#text') last.text += data;
      else {
        const box = add('#text', NONE);
        if (box) box.text = data;
      }
    },
  });
  return { root, truncated };
}

/** In HTML `<div/>` opens a div; only inside SVG and MathML does the slash close. */
function isForeign({ tag }: Box): boolean {
  return tag === 'svg' || tag === 'math' || tag === 'g' || tag === 'defs';
}

/** Every box of a tree in reading order. Walks without recursion, and without spreading children, whose number has no limit. */
export function* walk(root: Box): Generator<Box> {
  const stack: Box[] = [root];
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    yield box;
    for (let i = box.kids.length - 1; i >= 0; i--) stack.push(box.kids[i] as Box);
  }
}
