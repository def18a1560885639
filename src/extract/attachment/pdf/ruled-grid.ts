import type { DrawnLine } from './drawn-lines.ts';

/** A table by its borders: upright ones from left to right, level ones from top to bottom, and which slots are one cell. */
export interface RuledGrid {
  xs: readonly number[];
  /** From the top of the page downwards, so falling. */
  ys: readonly number[];
  /** Number of the cell that covers a slot, by row and column. */
  cells: readonly (readonly number[])[];
}

/** Lines nearer than this are one. */
const NEAR = 3;

/** Tables drawn with borders on one page, from top to bottom. Frames with a single cell are none. */
export function ruledGrids(lines: readonly DrawnLine[]): RuledGrid[] {
  return connected(lines)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((a, b) => (b.ys[0] as number) - (a.ys[0] as number));
}

/** Lines that touch one another belong to one table. */
function connected(lines: readonly DrawnLine[]): DrawnLine[][] {
  const group = lines.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (group[root] !== root) root = group[root] as number;
    return root;
  };
  const upright = lines.flatMap((line, i) => (line.upright ? [{ line, i }] : []));
  const level = lines.flatMap((line, i) => (line.upright ? [] : [{ line, i }]));
  for (const { line: v, i } of upright)
    for (const { line: h, i: j } of level) if (within(v.at, h.from, h.to) && within(h.at, v.from, v.to)) group[rootOf(i)] = rootOf(j);
  const groups = new Map<number, DrawnLine[]>();
  lines.forEach((line, i) => {
    const root = rootOf(i);
    groups.set(root, [...(groups.get(root) ?? []), line]);
  });
  return [...groups.values()];
}

const within = (at: number, from: number, to: number): boolean => at >= from - NEAR && at <= to + NEAR;

function gridOf(lines: readonly DrawnLine[]): RuledGrid | null {
  const xs = places(lines.filter(({ upright }) => upright));
  const ys = places(lines.filter(({ upright }) => !upright)).reverse();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns > 64 || rows > 400) return null;
  const parted = (upright: boolean, at: number, through: number): boolean =>
    lines.some((line) => line.upright === upright && Math.abs(line.at - at) <= NEAR && line.from <= through && line.to >= through);
  const cells: number[][] = [];
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const middle = ((ys[row] as number) + (ys[row + 1] as number)) / 2;
    const line: number[] = [];
    for (let column = 0; column < columns; column += 1) {
      const centre = ((xs[column] as number) + (xs[column + 1] as number)) / 2;
      const above = row > 0 && !parted(false, ys[row] as number, centre) ? cells[row - 1]?.[column] : undefined;
      const left = column > 0 && !parted(true, xs[column] as number, middle) ? line[column - 1] : undefined;
      line.push(above ?? left ?? count++);
    }
    cells.push(line);
  }
  return count > 1 ? { xs, ys, cells } : null;
}

/** Where lines stand, each place once, rising. */
function places(lines: readonly DrawnLine[]): number[] {
  const sorted = lines.map(({ at }) => at).sort((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - (sorted[i - 1] as number) > NEAR);
}
