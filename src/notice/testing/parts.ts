import { inflateSync } from 'node:zlib';
import type { Document, Element } from 'domhandler';
import { findAll, findOne, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import JSZip from 'jszip';

/** Parts of an office file as parsed XML, read back as any program would. */
export async function openParts(bytes: Uint8Array): Promise<(name: string) => Promise<Document>> {
  const zip = await JSZip.loadAsync(bytes);
  return async (name) => parseDocument((await zip.file(name)?.async('string')) ?? '', { xmlMode: true });
}

export const all = (root: Document | Element, name: string): Element[] => findAll((e) => e.name === name, root.children);
export const first = (root: Document | Element, name: string): Element | null => findOne((e) => e.name === name, root.children);
export const value = (root: Document | Element, name: string, attribute = 'w:val'): string | null =>
  first(root, name)?.attribs[attribute] ?? null;

/** Words of a Word paragraph or cell, tabs and line breaks kept, paragraphs of a cell on lines of their own. */
export function wordText(element: Element): string {
  if (element.name === 'w:tc') return all(element, 'w:p').map(wordText).join('\n');
  return findAll((e) => ['w:t', 'w:tab', 'w:br'].includes(e.name) && (e.parent as Element | null)?.name === 'w:r', element.children)
    .map((e) => (e.name === 'w:t' ? textContent(e) : e.name === 'w:tab' ? '\t' : '\n'))
    .join('');
}

/** Cell texts of a Word table, row by row; a cell under a merge reads as the one above. */
export function wordRows(table: Element): string[][] {
  const rows: string[][] = [];
  for (const row of all(table, 'w:tr')) {
    const cells: string[] = [];
    for (const cell of all(row, 'w:tc')) {
      const merge = first(cell, 'w:vMerge');
      const under = merge !== null && merge.attribs['w:val'] !== 'restart';
      const text = under ? (rows.at(-1)?.[cells.length] ?? '') : wordText(cell);
      for (let i = 0; i < Number(value(cell, 'w:gridSpan') ?? 1); i += 1) cells.push(text);
    }
    rows.push(cells);
  }
  return rows;
}

/** One line of text on a .pdf page: height of its base line from the top of its block in points, size, characters drawn. */
export interface PdfLine {
  y: number;
  size: number;
  glyphs: number;
}

/** Lines of every page of a .pdf as its drawing operators place them. */
export function pdfPages(pdf: Uint8Array): PdfLine[][] {
  const text = Buffer.from(pdf).toString('latin1');
  const pages: PdfLine[][] = [];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const content = inflated(Buffer.from(pdf).subarray(start, text.indexOf('endstream', start)));
    if (content?.includes('BT\n')) pages.push(linesOf(content));
  }
  return pages;
}

function inflated(stream: Buffer): string | null {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return null;
  }
}

function linesOf(content: string): PdfLine[] {
  const lines: PdfLine[] = [];
  let size = 0;
  for (const match of content.matchAll(/\/F\d+ ([\d.]+) Tf|1 0 0 -1 [-\d.]+ ([-\d.]+) Tm\n\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ/g)) {
    if (match[1] !== undefined) size = Number(match[1]);
    else lines.push({ y: Number(match[2]), size, glyphs: glyphCount(match[3] ?? '') });
  }
  return lines;
}

/** Glyphs are two bytes each, written as <hex> or as (bytes with escapes). */
function glyphCount(operand: string): number {
  let bytes = 0;
  for (const [, hex, literal] of operand.matchAll(/<([0-9A-Fa-f]*)>|\(((?:\\[\s\S]|[^\\)])*)\)/g)) {
    bytes += hex !== undefined ? hex.length / 2 : (literal ?? '').replace(/\\(?:\d{3}|[\s\S])/g, '.').length;
  }
  return bytes / 2;
}
