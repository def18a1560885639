import type { Block, TableDoubt } from '../../core/block.ts';
import { fullMarks } from './numbers.ts';
import { titleOf } from './title.ts';

/** Where a table belongs: its title, the mark over it (附件1) and the remarks printed under it. */
export interface PlacedTable {
  block: number;
  /** 附件1, 表2. */
  mark: string;
  title: string;
  /** Where the title stands; null when it is set inside the table, or there is none. */
  titleAt: { block: number; start: number } | null;
  notes: readonly string[];
  rows: readonly (readonly string[])[];
  /** Row of the block with which `rows` begins: a title may be set inside the table. */
  first: number;
  doubt: TableDoubt | null;
}

/** A notice taken apart: running text and tables, each with its place. */
export interface NoticeText {
  title: string;
  /** Paragraphs of the running text with their block number; headings and remarks of tables left out. */
  paragraphs: readonly { block: number; text: string }[];
  tables: readonly PlacedTable[];
  /** Titles as the list of attachments under the text gives them, in order. */
  listed: readonly string[];
}

/** The number of an attachment is short, and no year of its title. */
const ATTACHMENT = /^附\s*(?:件|表)\s*((?:\d{1,2}(?!\d|月|年)|[一二三四五六七八九十]{1,3})?)\s*[:：.、]?\s*(.*)$/;
const NOTE = /^(?:备\s*注|说\s*明|注)\s*[:：]/;
const UNIT_LINE = /^[（(]?\s*(?:单位|计量单位|统计时间|填报单位|数据来源)\s*[:：]/;
/** Longer lines over a table are sentences, not its title. */
const TITLE_LENGTH = 60;

/** Takes a document apart. A table without a title of its own takes the nearest short line above it. */
export function placeBlocks(blocks: readonly Block[]): NoticeText {
  const listed = attachmentList(blocks);
  const taken = new Set<number>();
  const tables: PlacedTable[] = [];
  blocks.forEach((block, at) => {
    if (block.kind !== 'table' || block.rows.length === 0) return;
    const above = titleAbove(blocks, at, taken);
    const notes: string[] = [];
    for (let next = at + 1; next < blocks.length; next += 1) {
      const after = blocks[next];
      if (after?.kind !== 'paragraph' || !NOTE.test(after.text.trim())) break;
      notes.push(after.text.trim());
      taken.add(next);
    }
    const within = framed(block.rows);
    const mark = above.mark ?? within.mark ?? `表${tables.length + 1}`;
    const title = above.title || within.title;
    tables.push({
      block: at,
      mark,
      title,
      titleAt: above.title === '' ? null : above.at,
      notes: [...within.notes, ...notes],
      rows: within.rows,
      first: within.first,
      doubt: block.doubt ?? null,
    });
  });
  const paragraphs = blocks.flatMap((block, at) =>
    block.kind === 'paragraph' && block.text.trim() !== '' && !taken.has(at) ? [{ block: at, text: fullMarks(block.text) }] : [],
  );
  return { title: titleOf(paragraphs.map(({ text }) => text)), paragraphs, tables, listed };
}

/** A table without what is set inside it around the rows: its title above, its remarks below, each one cell over the whole width. */
function framed(rows: PlacedTable['rows']): {
  first: number;
  rows: PlacedTable['rows'];
  mark: string | null;
  title: string;
  notes: string[];
} {
  const whole = (row: readonly string[]): string | null => {
    const texts = new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
    return row.length > 1 && texts.size === 1 ? ([...texts][0] as string) : row.length > 1 && texts.size === 0 ? '' : null;
  };
  let first = 0;
  const heads: string[] = [];
  for (let text = whole(rows[0] ?? []); text !== null && first < rows.length - 1; text = whole(rows[first] ?? [])) {
    heads.push(...text.split('\n'));
    first += 1;
  }
  let last = rows.length;
  const notes: string[] = [];
  for (
    let text = whole(rows[last - 1] ?? []);
    last > first + 1 && text !== null && (text === '' || NOTE.test(text));
    text = whole(rows[last - 1] ?? [])
  ) {
    if (text !== '') notes.unshift(text);
    last -= 1;
  }
  const marked = heads.find((text) => ATTACHMENT.test(text));
  const number = marked === undefined ? undefined : ATTACHMENT.exec(marked)?.[1];
  const title = heads.find((text) => text !== '' && text !== marked && !UNIT_LINE.test(text)) ?? '';
  return { first, rows: rows.slice(first, last), mark: marked === undefined ? null : `附件${number ?? ''}`, title, notes };
}

function titleAbove(
  blocks: readonly Block[],
  table: number,
  taken: Set<number>,
): { mark: string | null; title: string; at: { block: number; start: number } | null } {
  const lines: { text: string; at: number }[] = [];
  for (let at = table - 1; at >= 0 && lines.length < 4; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') break;
    const text = block.text.trim();
    if (text === '') continue;
    if (text.length > TITLE_LENGTH || /[。；]$/.test(text) || NOTE.test(text)) break;
    lines.push({ text, at });
    if (ATTACHMENT.test(text)) break;
  }
  const titled = lines.filter(({ text }) => !UNIT_LINE.test(text));
  const marked = titled.find(({ text }) => ATTACHMENT.test(text));
  const match = marked ? ATTACHMENT.exec(marked.text) : null;
  const own = match?.[2]?.trim() ?? '';
  const line = own !== '' ? marked : titled.find(({ text }) => !ATTACHMENT.test(text));
  for (const used of [marked, line]) if (used) taken.add(used.at);
  const number = match?.[1] ?? '';
  const title = own !== '' ? own : (line?.text ?? '');
  const block = line === undefined ? undefined : blocks[line.at];
  const at = line && block?.kind === 'paragraph' ? { block: line.at, start: Math.max(0, block.text.indexOf(title)) } : null;
  return { mark: match ? `附件${number}` : null, title, at };
}

/** 附件：1.甲 / 2.乙 under the text, in one paragraph or one a line. */
function attachmentList(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : []));
  const start = texts.findIndex((text) => /^附\s*件\s*[:：]/.test(text));
  if (start < 0) return [];
  const listed: string[] = [];
  const first = (texts[start] as string).replace(/^附\s*件\s*[:：]\s*/, '');
  for (const text of [first, ...texts.slice(start + 1)]) {
    const parts = text.split(/(?=(?<![\d.])\d{1,2}\s*[.．、](?!\d))/).map((part) => part.trim());
    const items = parts.flatMap((part) => /^\d{1,2}\s*[.．、]\s*(.+)$/.exec(part)?.[1]?.trim() ?? []);
    if (items.length === 0) {
      if (listed.length > 0) break;
      if (text !== '') return [text];
      continue;
    }
    listed.push(...items);
  }
  return listed;
}
