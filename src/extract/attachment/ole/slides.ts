import type { Allowance } from '../allowance.ts';
import type { Content } from '../reading.ts';
import { TextLines } from '../text-lines.ts';

/** Records of [MS-PPT] that hold text: TextCharsAtom (UTF-16) and TextBytesAtom (the low bytes of UTF-16). */
const TEXT_CHARS = 0x0fa0;
const TEXT_BYTES = 0x0fa8;
const SLIDE = 0x03ee;
/** MainMaster: its placeholders say 单击此处编辑母版标题样式, not the document. */
const MAIN_MASTER = 0x03f8;
const NOTES = 0x03f0;

/**
 * Text of a .ppt or .dps in the order of the file: its records are read one after another, containers by stepping into
 * them, so there is no pointer to follow and no loop. Null `CurrentUser` signs aside, an encrypted file yields no text.
 */
export function readBinarySlides(stream: Buffer, allowance: Allowance): Content {
  const lines = new TextLines(allowance);
  let slides = 0;
  let at = 0;
  for (let count = 0; at + 8 <= stream.length && !lines.full; count++) {
    if (count % 4_096 === 0 && !allowance.goOn()) break;
    const isContainer = ((stream[at] as number) & 0x0f) === 0x0f;
    const type = stream.readUInt16LE(at + 2);
    const length = stream.readUInt32LE(at + 4);
    const body = stream.subarray(at + 8, at + 8 + length);
    if (type === SLIDE) slides += 1;
    if (type === TEXT_CHARS) lines.add(shown(body.toString('utf16le')));
    if (type === TEXT_BYTES) lines.add(shown(body.toString('latin1')));
    at += 8 + (isContainer && type !== MAIN_MASTER && type !== NOTES ? 0 : length);
  }
  return { text: lines.text, blocks: lines.blocks, pages: slides };
}

/** Paragraphs end with CR, lines with VT; a lone `*` stands for the slide's number. */
const shown = (text: string): string => (text === '*' ? '' : text.replace(/[\r\v]/g, '\n'));
