/** A block as the phrase table is compared with it: quotation marks left out, every letter with its place in the block. */
export interface Folded {
  text: string;
  /** Place in the block of letter `i` of `text`. */
  at(i: number): number;
}

const QUOTES = /["'“”‘’「」『』＂]/g;

/** Leaves quotation marks out: “三会一课” and 三会一课, “不忘初心、牢记使命” and 不忘初心、牢记使命 are spelled alike. */
export function fold(block: string): Folded {
  if (block.search(QUOTES) < 0) return { text: block, at: (i) => i };
  const places: number[] = [];
  let text = '';
  for (let i = 0; i < block.length; i++) {
    const letter = block[i] as string;
    if (/["'“”‘’「」『』＂]/.test(letter)) continue;
    places.push(i);
    text += letter;
  }
  return { text, at: (i) => places[i] ?? block.length };
}
