/** A run of letters on a page, in points from the bottom left. */
export interface Piece {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  width: number;
  height: number;
}

/** Pieces that stand on one line, from left to right. */
export interface PageLine {
  y: number;
  height: number;
  left: number;
  right: number;
  pieces: readonly Piece[];
}

/** Pieces of a page as lines from top to bottom. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const lines: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && first.y - piece.y < Math.max(2, first.height * 0.4)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => {
    const sorted = line.sort((a, b) => a.x - b.x);
    const [first, last] = [sorted[0] as Piece, sorted.at(-1) as Piece];
    return {
      y: first.y,
      height: Math.max(...sorted.map(({ height }) => height)),
      left: first.x,
      right: last.x + last.width,
      pieces: sorted,
    };
  });
}

/** Pieces of a line that stand close together, as words of one place. */
export function segmentsOf({ pieces, height }: PageLine): { text: string; left: number; right: number }[] {
  const segments: { text: string; left: number; right: number }[] = [];
  for (const { text, x, width } of pieces) {
    const last = segments.at(-1);
    if (last && x - last.right < height * 0.7) {
      last.text += text;
      last.right = x + width;
    } else segments.push({ text, left: x, right: x + width });
  }
  return segments;
}

/** Text of a line; what pdf.js sets between Chinese and digits for the eye is no blank of the document. */
export const textOf = (line: PageLine): string => closeUp(line.pieces.map(({ text }) => text).join(''));

export const closeUp = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’])\s+(?=[\p{Script=Han}\p{N}\u3000-\u303f\uff00-\uffef“”‘’])/gu, '')
    .replace(/(?<=[\p{N}%])\s+(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’])/gu, '')
    .trim();
