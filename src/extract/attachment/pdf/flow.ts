import type { Block } from '../../../core/block.ts';
import type { PageItem } from './page-blocks.ts';
import type { PageLine } from './page-lines.ts';

/** — 3 —, 第3页, 3: printed at the edge of a page. */
const PAGE_NUMBER = /^[-—－–\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,3}\s*页?)?[-—－–\s]*$/;
const FIRST_OF_PARAGRAPH = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|附\s*件|\d{1,2}[.．、]\s*(?!\d)|[●·•])/;

/** Pages as one flow: page numbers gone, broken lines made paragraphs again, a table that runs over pages made one. */
export function flowOf(pages: readonly (readonly PageItem[])[]): Block[] {
  const blocks: Block[] = [];
  let open: { line: PageLine; margin: Margins } | null = null;
  let reaching: { xs: readonly number[]; index: number } | null = null;
  for (const items of pages) {
    const shown = items.filter((item, i) => !(isEdge(i, items.length) && item.kind === 'line' && PAGE_NUMBER.test(item.text)));
    const margin = marginsOf(shown);
    shown.forEach((item, i) => {
      if (item.kind === 'table') {
        const before = i === 0 && reaching ? blocks[reaching.index] : undefined;
        if (before?.kind === 'table' && reaching && sameColumns(reaching.xs, item.xs)) {
          const { rows } = item.block;
          const repeated = rows[0]?.join('\t') === before.rows[0]?.join('\t');
          blocks[reaching.index] = { ...before, rows: joined(before.rows, repeated ? rows.slice(1) : rows) };
        } else blocks.push(item.block);
        reaching = { xs: item.xs, index: blocks.length - 1 };
        open = null;
        return;
      }
      reaching = null;
      const last = blocks.at(-1);
      if (open && last?.kind === 'paragraph' && goesOn(last.text, open, item.line, item.text, margin))
        blocks[blocks.length - 1] = { kind: 'paragraph', text: last.text + item.text };
      else blocks.push({ kind: 'paragraph', text: item.text });
      open = { line: item.line, margin };
    });
  }
  return blocks;
}

const isEdge = (at: number, count: number): boolean => at === 0 || at >= count - 2;

interface Margins {
  left: number;
  right: number;
}

/** Where running text begins and ends: the outermost places, of lines alone. */
function marginsOf(items: readonly PageItem[]): Margins {
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
}

/** Whether a line goes on with the paragraph of the one before: that one is full, and this one begins at the margin. */
function goesOn(before: string, open: { line: PageLine; margin: Margins }, line: PageLine, text: string, margin: Margins): boolean {
  const em = line.height;
  // A number is not broken: the line before it ends early.
  const unbroken = (/^[\w.,%％]+/.exec(text)?.[0].length ?? 0) * em * 0.6;
  // Behind the end of a sentence a new paragraph costs nothing.
  if (/[。！？；：]$/.test(before)) return false;
  const full = open.margin.right - open.line.right < em * 2.2 + unbroken;
  return full && line.left - margin.left < em && !FIRST_OF_PARAGRAPH.test(text) && Math.abs(open.line.height - em) < em * 0.2;
}

const sameColumns = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((x, i) => Math.abs(x - (other[i] as number)) < 4);

type Rows = (Block & { kind: 'table' })['rows'];

/** Rows of a table over two pages; a row that was broken between them is made one again. */
function joined(before: Rows, after: Rows): Rows {
  const [last, first] = [before.at(-1), after[0]];
  const filled = first?.filter((cell) => cell !== '').length ?? 0;
  if (!last || !first || first[0] !== '' || first[1] !== '' || filled * 2 > first.length) return [...before, ...after];
  return [...before.slice(0, -1), last.map((cell, i) => cell + (first[i] ?? '')), ...after.slice(1)];
}
