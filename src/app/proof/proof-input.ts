import type { Block } from '../../core/block.ts';
import type { AttachmentType } from '../../evidence/attachment.ts';
import { namedType } from '../../extract/attachment/named-type.ts';
import { sniff } from '../../extract/attachment/sniff.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { parsePage } from '../../extract/parse-page.ts';
import { unreadableFile } from '../unreadable-file.ts';
import { type DocumentText, documentText } from './document-text.ts';

/** One draft, ready to be read. */
export interface ProofInput {
  type: AttachmentType;
  text: string;
  /** Null for plain text: there offsets are into the text as given. */
  document: (DocumentText & { blocks: readonly Block[] }) | null;
  /** Of a page: its markup, for what only markup tells. */
  html: string | null;
  /** A limit cut the file short. */
  truncated: boolean;
}

const PLAIN = /\.(?:txt|text|md|markdown|log)$/i;

/**
 * Reads a draft of any kind. Plain text is taken as it is, whatever its encoding; of other files the text is what a reader sees.
 * @throws bad-input when the file cannot be read, with what to do.
 */
export async function readProofInput(bytes: Uint8Array, name: string, contentType: string | null = null): Promise<ProofInput> {
  const kind = bytes.length === 0 ? 'txt' : sniff(bytes);
  const page = kind === 'html' || (contentType !== null && /html/i.test(contentType));
  if (kind === 'txt' && !page && namedType(name, null) !== 'csv') return plainText(decodeHtml(bytes, contentType).text);
  if ((kind === 'other' || kind === 'xml') && (PLAIN.test(name) || !/\.\w+$/.test(name))) {
    const text = perhapsText(bytes);
    if (text !== null) return plainText(text);
  }
  // The readers of office files are loaded when there is one: most drafts of a check before publication are plain text.
  const { readDocument } = await import('../../extract/document/read-document.ts');
  const reading = await readDocument(bytes, name);
  const html = reading.type === 'html' ? decodeHtml(bytes, contentType).text : null;
  const blocks = html === null ? reading.blocks : pageOrAll(reading.blocks, html);
  if ((html === null && reading.outcome !== 'read') || blocks.length === 0) throw unreadableFile(name, reading, '校对');
  return { type: reading.type, ...textOf(blocks), html, truncated: reading.truncated };
}

function textOf(blocks: readonly Block[]): Pick<ProofInput, 'text' | 'document'> {
  const document = { ...documentText(blocks), blocks };
  return { text: document.text, document };
}

/** A page whose longest text is so small a part of what it shows is a list or a home page: there every line counts. */
const BODY_LETTERS = 600;
const BODY_SHARE = 1 / 3;

/** The article on a page, without what stands around it; of lists and home pages every visible line. */
function pageOrAll(body: readonly Block[], html: string): readonly Block[] {
  const letters = body.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.flat().join('') : block.text).length, 0);
  if (letters >= BODY_LETTERS) return body;
  const { lines } = parsePage(html).layout;
  const visible = lines.reduce((sum, { text }) => sum + text.length, 0);
  return letters >= visible * BODY_SHARE ? body : lines.map(({ text }) => ({ kind: 'paragraph', text }));
}

export const plainText = (text: string): ProofInput => ({ type: 'txt', text, document: null, html: null, truncated: false });

/** Marks that no editor writes, at most one in so many letters, do not make a text a program; a text is mostly Chinese and ASCII. */
const STRAY = 8;
const USUAL = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\u0020-\u007e\s]/g;

/** Text with stray zero bytes in it, or UTF-16 without its mark; null for what is no text. */
function perhapsText(bytes: Uint8Array): string | null {
  for (const label of ['utf-16le', 'utf-16be'] as const) {
    if (!looksWide(bytes, label === 'utf-16le' ? 1 : 0)) continue;
    return new TextDecoder(label).decode(bytes);
  }
  const { text } = decodeHtml(bytes, null);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is counted
  const stray = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  const usual = text.match(USUAL)?.length ?? 0;
  return stray * STRAY <= text.length && usual * 10 >= (text.length - stray) * 9 ? text : null;
}

/** Line ends, blanks and digits of UTF-16 carry a zero byte on one side, and Chinese letters a high byte of 4e to 9f. */
function looksWide(bytes: Uint8Array, high: 0 | 1): boolean {
  const units = Math.min(bytes.length >> 1, 2_000);
  let fits = 0;
  for (let i = 0; i < units; i += 1) {
    const byte = bytes[2 * i + high] as number;
    if (byte === 0 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f)) fits += 1;
  }
  return units > 0 && fits * 10 >= units * 9;
}
