import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';
import type { Allowance } from '../allowance.ts';
import { type Content, ReadingFault } from '../reading.ts';
import { lettersOf, TextLines } from '../text-lines.ts';
import { ChineseMaps } from './chinese-maps.ts';
import { drawnLines } from './drawn-lines.ts';
import { flowOf } from './flow.ts';
import { type PageItem, pageItems } from './page-blocks.ts';
import type { Piece as PlacedPiece } from './page-lines.ts';
import { hasBomb } from './stream-bomb.ts';

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Piece = { str: string; hasEOL: boolean; transform: readonly number[]; width: number; height: number } | { type: string };

/** Text of a PDF page by page. Nothing of it is run: scripts, links and forms are only text here. */
export async function readPdf(bytes: Uint8Array, allowance: Allowance): Promise<Content> {
  if (hasBomb(bytes, allowance.limits.memberBytes)) throw new ReadingFault('too-large');
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: the library takes the bytes away from whoever hands them over
    BinaryDataFactory: ChineseMaps,
    cMapUrl: '/',
    cMapPacked: true,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await readPages(await task.promise, allowance);
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? new ReadingFault('encrypted') : error;
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

async function readPages(document: Document, allowance: Allowance): Promise<Content> {
  const pages = document.numPages;
  const lines = new TextLines(allowance);
  const items: PageItem[][] = [];
  let broken = 0;
  let read = 0;
  for (; read < pages && !lines.full; read++) {
    if (read >= allowance.limits.pages || !allowance.goOn()) {
      allowance.truncated = true;
      break;
    }
    try {
      items.push(await readPage(document, read + 1, lines, allowance));
    } catch {
      broken += 1; // one broken page does not spoil the others
    }
  }
  if (broken > 0 && broken === read) throw new ReadingFault('damaged');
  const { text } = lines;
  return isGlyphs(text) ? { text: '', pages, outcome: 'no-text' } : { text, pages, blocks: flowOf(items) };
}

async function readPage(document: Document, number: number, lines: TextLines, allowance: Allowance): Promise<PageItem[]> {
  const page = await document.getPage(number);
  const reader = page.streamTextContent().getReader();
  const placed: PlacedPiece[] = [];
  let line = '';
  try {
    for (;;) {
      const { value, done } = (await reader.read()) as { value?: { items: Piece[] }; done: boolean };
      if (done || value === undefined) break;
      for (const piece of value.items) {
        if (!('str' in piece)) continue;
        line += piece.str;
        if (allowance.blocks) placed.push(placedPiece(piece));
        if (piece.hasEOL) {
          lines.add(line);
          line = '';
        }
      }
      if (lines.full || !allowance.goOn()) {
        await reader.cancel(new Error('enough'));
        break;
      }
    }
    return allowance.blocks ? pageItems(placed, drawnLines(await page.getOperatorList())) : [];
  } finally {
    lines.add(line);
    page.cleanup();
  }
}

function placedPiece({ str, transform, width, height }: Exclude<Piece, { type: string }>): PlacedPiece {
  const [, , , , x = 0, y = 0] = transform;
  return { text: str, x, y, width, height };
}

/** Fonts without a map to letters give the numbers of their glyphs: private letters and unknown ones. It looks like text and is none. */
function isGlyphs(text: string): boolean {
  const strange = text.match(/[\ue000-\uf8ff\ufffd\u0080-\u009f]/g)?.length ?? 0;
  return strange > 0 && strange > lettersOf(text) / 2;
}
