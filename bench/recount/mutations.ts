import type { Block } from '../../src/core/block.ts';
import type { CellPlace, Place } from '../../src/notice/recount/figure.ts';
import { type Recounted, recount } from '../../src/notice/recount/recount.ts';

/** One digit of a document changed. */
export interface Mutation {
  /** The figure or cell it belongs to. */
  id: string;
  from: string;
  to: string;
  found: boolean;
}

export interface MutationResult {
  figures: number;
  agreeing: number;
  /** Figures of the unchanged document said to be wrong. */
  falseAlarms: number;
  mutations: Mutation[];
}

/**
 * Changes every digit of every figure that is checked, and of every cell that such a check counted, one at a time, and asks
 * whether anything is then said to disagree. Days of signature are left alone: a later one is as right.
 */
export function mutate(blocks: readonly Block[]): MutationResult {
  const { figures } = recount(blocks);
  const agreeing = figures.filter(({ verdict }) => verdict === 'agrees');
  const places = new Map<string, Spot>();
  for (const one of agreeing) for (const spot of spotsOf(one, blocks)) places.set(spot.id, spot);
  const mutations = [...places.values()].flatMap((spot) => digitsOf(blocks, spot));
  return {
    figures: figures.length,
    agreeing: agreeing.length,
    falseAlarms: figures.filter(({ verdict }) => verdict === 'disagrees').length,
    mutations,
  };
}

interface Spot {
  id: string;
  block: number;
  cell: { row: number; at: number } | null;
  start: number;
  end: number;
}

/** Scores behind a rank may change without changing it, so they are not changed here. */
function spotsOf({ figure, basis }: Recounted, blocks: readonly Block[]): Spot[] {
  const { place, kind, id } = figure;
  if (kind === 'title' || (kind === 'date' && id.startsWith('d')) || (kind === 'rank' && place.in === 'text')) return [];
  const own = placed(place, figure.quote, blocks);
  return [own, ...(basis && 'table' in basis && kind !== 'rank' ? countedCells(basis.cells ?? [], blocks) : [])];
}

function placed(place: Place, quote: string, blocks: readonly Block[]): Spot {
  if (place.in === 'text')
    return { id: `${place.block}.${place.start}`, block: place.block, cell: null, start: place.start, end: place.end };
  const start = Math.max(0, cellText(blocks, place).indexOf(quote));
  return {
    id: `${place.block}.${place.row}.${place.at}`,
    block: place.block,
    cell: { row: place.row, at: place.at },
    start,
    end: start + quote.length,
  };
}

function cellText(blocks: readonly Block[], { block, row, at }: CellPlace): string {
  const table = blocks[block];
  return table?.kind === 'table' ? (table.rows[row]?.[at] ?? '') : '';
}

/** Cells that a check counted. */
function countedCells(cells: readonly CellPlace[], blocks: readonly Block[]): Spot[] {
  return cells.map((cell) => {
    const { block, row, at } = cell;
    return { id: `${block}.${row}.${at}`, block, cell: { row, at }, start: 0, end: cellText(blocks, cell).length };
  });
}

function digitsOf(blocks: readonly Block[], spot: Spot): Mutation[] {
  const block = blocks[spot.block] as Block;
  const text = block.kind === 'paragraph' ? block.text : (block.rows[spot.cell?.row ?? 0]?.[spot.cell?.at ?? 0] ?? '');
  const found: Mutation[] = [];
  for (let at = spot.start; at < spot.end; at += 1) {
    const digit = text[at] as string;
    const other = changed(digit, at === 0 || !/[\d.]/.test(text[at - 1] as string), text[at + 1]);
    if (other === null) continue;
    const mutated = text.slice(0, at) + other + text.slice(at + 1);
    const result = recount(blocks.map((one, i) => (i === spot.block ? replaced(one, spot, mutated) : one)));
    found.push({
      id: spot.id,
      from: text.slice(Math.max(0, at - 14), at + 8),
      to: other,
      found: result.figures.some(({ verdict }) => verdict === 'disagrees'),
    });
  }
  return found;
}

const CHINESE = '一二三四五六七八九';

/** Another digit; a number does not begin with a nought. Chinese ones too. */
function changed(digit: string, leads: boolean, next: string | undefined): string | null {
  if (/\d/.test(digit)) {
    const other = (Number(digit) + 1) % 10;
    return leads && other === 0 && /\d/.test(next ?? '') ? '1' : String(leads && other === 0 ? 8 : other);
  }
  const at = CHINESE.indexOf(digit);
  return at < 0 ? null : (CHINESE[(at + 1) % CHINESE.length] as string);
}

function replaced(block: Block, { cell }: Spot, text: string): Block {
  if (block.kind === 'paragraph' || cell === null) return { kind: 'paragraph', text };
  return { ...block, rows: block.rows.map((row, r) => (r === cell.row ? row.map((old, at) => (at === cell.at ? text : old)) : row)) };
}
