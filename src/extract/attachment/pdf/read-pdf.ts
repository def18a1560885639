import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';
import type { Allowance } from '../allowance.ts';
import { type Content, ReadingFault } from '../reading.ts';
import { lettersOf, TextLines } from '../text-lines.ts';
import { ChineseMaps } from './chinese-maps.ts';
import { hasBomb } from './stream-bomb.ts';

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Piece = { str: string; hasEOL: boolean } | { type: string };

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
  let broken = 0;
  let read = 0;
  for (; read < pages && !lines.full; read++) {
    if (read >= allowance.limits.pages || !allowance.goOn()) {
      allowance.truncated = true;
      break;
    }
    try {
      await readPage(document, read + 1, lines, allowance);
    } catch {
      broken += 1; // one broken page does not spoil the others
    }
  }
  if (broken > 0 && broken === read) throw new ReadingFault('damaged');
  const { text } = lines;
  return isGlyphs(text) ? { text: '', pages, outcome: 'no-text' } : { text, pages };
}

async function readPage(document: Document, number: number, lines: TextLines, allowance: Allowance): Promise<void> {
  const page = await document.getPage(number);
  const reader = page.streamTextContent().getReader();
  let line = '';
  try {
    for (;;) {
      const { value, done } = (await reader.read()) as { value?: { items: Piece[] }; done: boolean };
      if (done || value === undefined) break;
      for (const piece of value.items) {
        if (!('str' in piece)) continue;
        line += piece.str;
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
  } finally {
    lines.add(line);
    page.cleanup();
  }
}

/** Fonts without a map to letters give the numbers of their glyphs: private letters and unknown ones. It looks like text and is none. */
function isGlyphs(text: string): boolean {
  const strange = text.match(/[\ue000-\uf8ff\ufffd\u0080-\u009f]/g)?.length ?? 0;
  return strange > 0 && strange > lettersOf(text) / 2;
}
