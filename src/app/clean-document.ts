import type { Block } from '../core/block.ts';
import { type Change, REPAIR_KINDS, type Repair, repairText } from '../text/integrity/repair-text.ts';
import { simplify } from '../text/integrity/scripts.ts';

/** A document ready to be reckoned with, and the way back to what is printed. */
export interface CleanDocument {
  blocks: readonly Block[];
  /** What was done to it, every change listed (B09); empty for a document without damage. */
  repairs: readonly Repair[];
  /** The place in the block as printed of a place in the clean one. */
  printed(block: number, offset: number): number;
}

/** Divides the parts of a document in the one text that is repaired; no reading, letter or lost byte goes across it. */
const DIVIDER = '\n';

/** Takes back what a copying site or a broken download did to a document, as a whole: one paragraph alone does not show it. */
export function cleanBlocks(blocks: readonly Block[]): CleanDocument {
  const parts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat()));
  const whole = parts.join(DIVIDER);
  const { repairs } = repairText(whole);
  if (repairs.length === 0) return { blocks, repairs, printed: (_, offset) => offset };
  const clean = new PartByPart(repairs);
  const changes = new Map<number, readonly Change[]>();
  const read = blocks.map((block, i): Block => {
    if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map((cell) => clean.next(cell).text)) };
    const { text, own } = clean.next(block.text);
    changes.set(i, own);
    return { kind: 'paragraph', text };
  });
  return { blocks: read, repairs, printed: (block, offset) => placeBefore(changes.get(block) ?? [], offset) };
}

/** Applies the changes of the whole text to its parts, in reading order. */
class PartByPart {
  private at = 0;
  private taken = 0;
  private readonly changes: readonly Change[];
  constructor(repairs: readonly Repair[]) {
    const converted = repairs.some(({ kind }) => kind === 'simplified');
    const changes = outermost(repairs.flatMap((repair) => repair.changes));
    // Letters of a stretch whose bytes were put back have no place of their own in the list of letters.
    this.changes = converted ? changes.map((change) => ({ ...change, after: simplify(change.after) })) : changes;
  }

  next(part: string): { text: string; own: Change[] } {
    const start = this.at;
    const end = start + part.length;
    this.at = end + DIVIDER.length;
    const own: Change[] = [];
    for (; (this.changes[this.taken]?.start ?? Number.POSITIVE_INFINITY) < end; this.taken++) {
      const change = this.changes[this.taken] as Change;
      if (change.end <= end) own.push({ ...change, start: change.start - start, end: change.end - start });
    }
    let text = '';
    let from = 0;
    for (const change of own) {
      text += part.slice(from, change.start) + change.after;
      from = change.end;
    }
    return { text: text + part.slice(from), own };
  }
}

/** Changes in reading order; a letter within a stretch whose bytes were put back went with it. */
function outermost(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (change.start >= (kept.at(-1)?.end ?? 0)) kept.push(change);
  return kept;
}

function placeBefore(changes: readonly Change[], offset: number): number {
  let shift = 0;
  for (const { start, end, after } of changes) {
    if (start - shift + after.length > offset) break;
    shift += after.length - (end - start);
  }
  return offset - shift;
}

const changeWords = ({ before, after, doubtful }: Change): string =>
  before === after ? `${before}？（未改）` : `${before}→${after || '（删）'}${doubtful ? '？' : ''}`;

/** Changes told one by one; the rest are counted. */
const TOLD = 12;

/** One sentence for each kind of repair, with its changes; those a person must look at are told first. */
export function repairSentences(repairs: readonly Repair[]): string[] {
  return repairs.map(({ kind, changes }) => {
    const sorted = changes.toSorted((a, b) => Number(b.doubtful) - Number(a.doubtful));
    const words = [...new Set(sorted.map(changeWords))];
    const doubtful = changes.filter((change) => change.doubtful).length;
    const more = words.length > TOLD ? `等 ${words.length} 种` : '';
    const look = doubtful > 0 ? `；带“？”的 ${doubtful} 处请对照原件` : '';
    return `${REPAIR_KINDS[kind]} ${changes.length} 处：${words.slice(0, TOLD).join('、')}${more}${look}。`;
  });
}
