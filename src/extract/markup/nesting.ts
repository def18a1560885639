import type { OpenTags } from './open-tags.ts';

/** Open elements of any kind: the rules look at names only. */
type Open = OpenTags<{ readonly tag: string }>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Table cells and the like: no tag outside is closed from inside. */
const SCOPE = words('#root html table td th caption template object applet marquee button');
const LIST_SCOPE = words('ul ol menu dl');
const BLOCKS = words(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);
const HEADINGS = words('h1 h2 h3 h4 h5 h6');
/** Openings that end a paragraph left open. */
const ENDS_PARAGRAPH = words(
  'address article aside blockquote center details dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hr li main menu nav ol p pre section table ul',
);
const IMPLIED: Readonly<Record<string, { closes: ReadonlySet<string>; within: ReadonlySet<string> }>> = {
  li: { closes: words('li'), within: LIST_SCOPE },
  dt: { closes: words('dt dd'), within: words('dl') },
  dd: { closes: words('dt dd'), within: words('dl') },
  td: { closes: words('td th'), within: words('tr table') },
  th: { closes: words('td th'), within: words('tr table') },
  tr: { closes: words('tr td th caption colgroup'), within: words('table tbody thead tfoot') },
  tbody: { closes: words('tbody thead tfoot tr td th caption colgroup'), within: words('table') },
  thead: { closes: words('tbody thead tfoot tr td th caption colgroup'), within: words('table') },
  tfoot: { closes: words('tbody thead tfoot tr td th caption colgroup'), within: words('table') },
  option: { closes: words('option'), within: words('select') },
  optgroup: { closes: words('option optgroup'), within: words('select') },
};
const TABLE_PARTS = words('td th tr tbody thead tfoot caption colgroup');

/** How many open elements stay open before `name` opens: the implied end tags of HTML, shortened to what lists and tables need. */
export function placeOpening(name: string, open: Open): number {
  const rule = IMPLIED[name];
  if (rule) return lastClosed(open, rule.closes, rule.within);
  if (ENDS_PARAGRAPH.has(name)) return lastClosed(open, PARAGRAPH, SCOPE);
  // `<a href=x><a href=x>title</a>`: a second anchor ends the first, unless a block stands between.
  if (name === 'a') return lastClosed(open, ANCHOR, BLOCKS);
  return open.size;
}
const PARAGRAPH = words('p');
const ANCHOR = words('a');

/** Number of elements that stay open after `</name>`; an end tag without a fitting start closes nothing. */
export function placeClosing(name: string, open: Open): number {
  const heading = HEADINGS.has(name);
  if (!heading && !open.has(name)) return open.size;
  const barrier =
    TABLE_PARTS.has(name) || name === 'table' ? TABLE_BARRIER : name === 'li' ? LIST_SCOPE : BLOCKS.has(name) ? SCOPE : BLOCKS;
  for (let i = open.size - 1; i > 0; i--) {
    const tag = open.tagAt(i);
    if (tag === name || (heading && HEADINGS.has(tag))) return i;
    if (barrier.has(tag)) return open.size;
  }
  return open.size;
}
const TABLE_BARRIER = words('#root html table template');

/** Index of the outermost element of `closes` above the nearest `within` or scope border; the stack length when there is none. */
function lastClosed(open: Open, closes: ReadonlySet<string>, within: ReadonlySet<string>): number {
  let found = open.size;
  if (!anyOpen(open, closes)) return found;
  for (let i = open.size - 1; i > 0; i--) {
    const tag = open.tagAt(i);
    if (closes.has(tag)) found = i;
    else if (within.has(tag) || (SCOPE.has(tag) && !closes.has(tag))) break;
  }
  return found;
}

function anyOpen(open: Open, tags: ReadonlySet<string>): boolean {
  for (const tag of tags) if (open.has(tag)) return true;
  return false;
}
