import type { Paragraph } from '../model.ts';
import { CHARACTERS_PER_LINE, LINES_PER_PAGE } from './geometry.ts';

/** A last paragraph longer than half a page is not held to the signature: some programs would move all of it. */
const HELD_CHARACTERS = (CHARACTERS_PER_LINE * LINES_PER_PAGE) / 2;

/** Whether a paragraph stays on the page of what follows: a heading always, the last one so that the signature is not alone. */
export function isHeld(paragraph: Paragraph, text: string, last: boolean): boolean {
  return paragraph.level === 1 || (last && text.length <= HELD_CHARACTERS);
}
