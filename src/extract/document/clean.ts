import type { Block } from '../../core/block.ts';
import { simplified } from './traditional.ts';

/** What was done to the text before it was read: shown, so that every change can be looked at. */
export interface Cleaning {
  /** Readings in brackets behind a character, 務(wù), that were taken out. */
  readings: number;
  /** Letters of traditional script that were read as simplified ones. */
  traditional: number;
}

/** A document ready to be reckoned with, and the way back to what is printed. */
export interface CleanDocument {
  blocks: readonly Block[];
  cleaning: Cleaning;
  /** The place in the block as printed of a place in the clean one. */
  printed(block: number, offset: number): number;
}

const MARKED = /(?<=\p{Script=Han})\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]*\)/gu;
const PLAIN = /(?<=\p{Script=Han})\([a-zü]{1,6}\)/gu;
/** With so many readings that show their tone, those without one (的(de)) are readings too. */
const SURE = 3;

/** Takes inserted readings out and reads traditional script as simplified; nothing else is changed. */
export function cleanBlocks(blocks: readonly Block[]): CleanDocument {
  const whole = blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat().join('\n'))).join('\n');
  const sure = (whole.match(MARKED)?.length ?? 0) >= SURE;
  const cleaning: Cleaning = { readings: 0, traditional: 0 };
  const cuts = new Map<number, readonly Cut[]>();
  const clean = (text: string): { text: string; cuts: Cut[] } => {
    const cut = cutReadings(text, sure);
    const simple = simplified(cut.text);
    cleaning.readings += cut.cuts.length;
    cleaning.traditional += simple.changed;
    return { text: simple.text, cuts: cut.cuts };
  };
  const read = blocks.map((block, i): Block => {
    if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map((cell) => clean(cell).text)) };
    const { text, cuts: own } = clean(block.text);
    if (own.length > 0) cuts.set(i, own);
    return { kind: 'paragraph', text };
  });
  const printed = (block: number, offset: number): number =>
    (cuts.get(block) ?? []).reduce((at, cut) => (cut.at < offset ? at + cut.length : at), offset);
  return { blocks: read, cleaning, printed };
}

/** Letters left out before a place of the clean text. */
interface Cut {
  at: number;
  length: number;
}

function cutReadings(text: string, sure: boolean): { text: string; cuts: Cut[] } {
  const cuts: Cut[] = [];
  let gone = 0;
  const take = (reading: string, at: number): string => {
    cuts.push({ at: at - gone, length: reading.length });
    gone += reading.length;
    return '';
  };
  return { text: text.replace(sure ? new RegExp(`${MARKED.source}|${PLAIN.source}`, 'gu') : MARKED, take), cuts };
}
