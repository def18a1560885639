/**
 * Likeness of pictures: the same picture after somebody's messenger compressed it or made it smaller. A page of text in the frame of the
 * same site is another picture, so means of whole pictures and their usual hashes decide nothing here: all parts have to agree.
 */

/** What is compared changes with this; prints of another version are made anew from the kept bytes. */
export const PRINT_METHOD = 1;

/** A picture as shades of grey, row by row, upright. */
export interface GreyPicture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** What a picture is compared by. */
export interface PicturePrint {
  /** Width by height. */
  ratio: number;
  /** 63 signs of its coarsest waves, as 0 and 1: pictures that differ in more than `MOST_SIGNS_APART` need no closer look. */
  signs: string;
  /** Mean shade of each of `SIDE` × `SIDE` equal cells. */
  cells: Uint8Array;
}

/** Sizes are rounded to whole points on the way. */
export const RATIO_APART = 1.02;
/** Of 63; copies differ in fewer (bench/pictures), and whatever is within is compared cell by cell. */
export const MOST_SIGNS_APART = 10;

/** A picture of fewer points a side than cells says nothing of them. */
const SIDE = 64;
/** Parts a side that have to agree, each of `SIDE / PARTS` cells a side. */
const PARTS = 8;
const CELLS_OF_PART = SIDE / PARTS;
const WAVES = 8;

/** A part shows something where its cells scatter by at least this many shades. */
const SHOWS_FROM = 3;
/** A picture of less than a third is an empty page, a dark room, a blank sheet: too little to tell two of them apart. */
const LEAST_PARTS_SHOWING = 20;

/** The print of a picture; null where it is too small, or shows too little, to be known again. */
export function printOf(picture: GreyPicture): PicturePrint | null {
  if (picture.width < SIDE || picture.height < SIDE) return null;
  const cells = cellsOf(picture);
  if (partsOf((part) => scatter(cells, part)).filter((shades) => shades >= SHOWS_FROM).length < LEAST_PARTS_SHOWING) return null;
  return { ratio: picture.width / picture.height, signs: signsOf(cells), cells: Uint8Array.from(cells, Math.round) };
}

/** Exact means: a picture made smaller keeps them whatever its size, which no sampling does. */
function cellsOf({ width, height, data }: GreyPicture): Float64Array {
  const across = new Float64Array(SIDE * height);
  for (let y = 0; y < height; y++)
    for (let cell = 0; cell < SIDE; cell++) across[y * SIDE + cell] = mean(cell, width, (x) => data[y * width + x] as number);
  const cells = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++)
    for (let cell = 0; cell < SIDE; cell++) cells[row * SIDE + cell] = mean(row, height, (y) => across[y * SIDE + cell] as number);
  return cells;
}

/** Of the points that fall into a cell, those at its edges by their share. */
function mean(cell: number, length: number, at: (index: number) => number): number {
  const [from, to] = [(cell * length) / SIDE, ((cell + 1) * length) / SIDE];
  let sum = 0;
  for (let index = Math.floor(from); index < to; index++) sum += at(index) * (Math.min(to, index + 1) - Math.max(from, index));
  return sum / (to - from);
}

const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_cell, at) => Math.cos((Math.PI * wave * (2 * at + 1)) / (2 * SIDE))),
);

function signsOf(cells: Float64Array): string {
  const heights: number[] = [];
  for (const down of COSINES)
    for (const along of COSINES) {
      let sum = 0;
      for (let at = 0; at < cells.length; at++)
        sum += (cells[at] as number) * (down[Math.floor(at / SIDE)] as number) * (along[at % SIDE] as number);
      heights.push(sum);
    }
  heights.shift(); // the mean of all
  const middle = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] as number;
  return heights.map((height) => (height > middle ? '1' : '0')).join('');
}

/** Cells of a part, as places in the grid. */
const CELLS_OF: readonly (readonly number[])[] = Array.from({ length: PARTS * PARTS }, (_, part) => {
  const from = Math.floor(part / PARTS) * CELLS_OF_PART * SIDE + (part % PARTS) * CELLS_OF_PART;
  return Array.from({ length: CELLS_OF_PART ** 2 }, (_cell, i) => from + Math.floor(i / CELLS_OF_PART) * SIDE + (i % CELLS_OF_PART));
});
const partsOf = <T>(of: (part: readonly number[]) => T): T[] => CELLS_OF.map(of);

function scatter(cells: ArrayLike<number>, part: readonly number[]): number {
  const middle = part.reduce((sum, at) => sum + (cells[at] as number), 0) / part.length;
  return Math.sqrt(part.reduce((sum, at) => sum + ((cells[at] as number) - middle) ** 2, 0) / part.length);
}

/** Shades by which the cells of a part may be off (root of the mean square), and as a share of what the part shows. */
const MOST_OFF = 8;
const MOST_OFF_SHARE = 0.5;
/** Compression disturbs a whole picture: one part further off than this many times the others is another entry in the same form. */
const MOST_ALONE = 4.5;
/** Shades; what rounding alone does. */
const ROUNDING = 0.1;
/** Programs may change the contrast a little, never much. */
const MOST_GAIN = 1.3;

/** Whether two pictures seem to be one, compressed or made smaller. Never that they are: who is told has to compare them. */
export function alike(a: PicturePrint, b: PicturePrint): boolean {
  if (Math.max(a.ratio / b.ratio, b.ratio / a.ratio) > RATIO_APART) return false;
  const { gain, shift } = contrast(a.cells, b.cells);
  if (gain > MOST_GAIN || gain < 1 / MOST_GAIN) return false;
  const rest = Float64Array.from(b.cells, (shade, at) => shade - gain * (a.cells[at] as number) - shift);
  const parts = partsOf((part) => ({
    off: Math.sqrt(part.reduce((sum, at) => sum + (rest[at] as number) ** 2, 0) / part.length),
    shows: scatter(a.cells, part),
  }));
  const worst = Math.max(...parts.map(({ off }) => off));
  const showing = parts.filter(({ shows }) => shows >= SHOWS_FROM);
  const usual = showing.map(({ off }) => off).toSorted((x, y) => x - y)[Math.floor(showing.length * 0.75)] ?? 0;
  return worst <= MOST_OFF && worst <= MOST_ALONE * (usual + ROUNDING) && showing.every(({ off, shows }) => off <= MOST_OFF_SHARE * shows);
}

/** Least squares: the shades of `b` from those of `a`. */
function contrast(a: Uint8Array, b: Uint8Array): { gain: number; shift: number } {
  const [meanA, meanB] = [a, b].map((cells) => cells.reduce((sum, shade) => sum + shade, 0) / cells.length) as [number, number];
  let [both, own] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const off = (a[at] as number) - meanA;
    both += off * ((b[at] as number) - meanB);
    own += off * off;
  }
  const gain = own === 0 ? 0 : both / own;
  return { gain, shift: meanB - gain * meanA };
}
