import { OPS } from 'unpdf/pdfjs';

/** A straight line drawn along an axis, in points from the bottom left of the page. `at`: its x when upright, else its y. */
export interface DrawnLine {
  upright: boolean;
  at: number;
  from: number;
  to: number;
}

interface Drawing {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A filled box narrower than this is a line: Word and WPS draw borders as boxes. */
const THICKEST = 3;
const SHORTEST = 4;
const MOST_LINES = 20_000;
/** Steps of a path and how many numbers each takes: move, line, curve, quadratic curve, close. */
const NUMBERS = [2, 2, 6, 4, 0];

/** Borders of tables and other straight lines of a page, by walking through what is painted. */
export function drawnLines({ fnArray, argsArray }: Drawing): DrawnLine[] {
  const lines: DrawnLine[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  fnArray.forEach((operation, i) => {
    const args = argsArray[i] as unknown[] | null;
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? IDENTITY;
    else if (operation === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args?.[0])) matrix = times(matrix, args[0] as unknown as Matrix);
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? IDENTITY;
    else if (operation === OPS.constructPath && args && lines.length < MOST_LINES) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (path && paint !== OPS.endPath) addPath(path, matrix, lines);
    }
  });
  return lines;
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

type Point = readonly [number, number];

function addPath(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix, lines: DrawnLine[]): void {
  let piece: Point[] = [];
  const end = (): void => {
    addPiece(piece, lines);
    piece = [];
  };
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number;
    const numbers = NUMBERS[step];
    if (numbers === undefined) return;
    if (step === 0) end();
    if (step <= 1) {
      const [x, y] = [path[at + 1] as number, path[at + 2] as number];
      piece.push([a * x + c * y + e, b * x + d * y + f]);
    } else if (step === 4 && piece[0]) piece.push(piece[0]);
    else if (step < 4) piece = [];
    at += 1 + numbers;
  }
  end();
}

function addPiece(points: readonly Point[], lines: DrawnLine[]): void {
  if (points.length < 2) return;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const add = (upright: boolean, at: number, from: number, to: number): void => {
    if (to - from >= SHORTEST) lines.push({ upright, at, from, to });
  };
  if (right - left <= THICKEST) add(true, (left + right) / 2, low, high);
  else if (high - low <= THICKEST) add(false, (low + high) / 2, left, right);
  else
    points.slice(1).forEach(([x, y], i) => {
      const [px, py] = points[i] as Point;
      if (Math.abs(x - px) < 1) add(true, x, Math.min(y, py), Math.max(y, py));
      else if (Math.abs(y - py) < 1) add(false, y, Math.min(x, px), Math.max(x, px));
    });
}
