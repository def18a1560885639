import type { AttachmentType } from '../../evidence/attachment.ts';
import type { Allowance } from './allowance.ts';
import { openCompoundFile } from './ole/compound-file.ts';
import { readBinarySlides } from './ole/slides.ts';
import { readBinaryWord } from './ole/word.ts';
import { readBinaryWorkbook } from './ole/workbook.ts';
import type { Content, Found } from './reading.ts';

/** Names of WPS files; their bytes are those of Office. */
const OF_WPS: Readonly<Partial<Record<AttachmentType, AttachmentType>>> = { wps: 'doc', et: 'xls', dps: 'ppt' };

/** A file in the container of old Office and of WPS, by the stream it holds. */
export async function readCompound(bytes: Uint8Array, named: AttachmentType | null, allowance: Allowance): Promise<Found> {
  const file = openCompoundFile(bytes);
  const as = (type: AttachmentType): AttachmentType => (named !== null && OF_WPS[named] === type ? named : type);
  const found = (type: AttachmentType, read: () => Content): Found => ({ type: as(type), read: async () => read() });
  const word = file.stream('WordDocument');
  if (word) return found('doc', () => readBinaryWord(file, word, allowance));
  const workbook = file.stream('Workbook') ?? file.stream('Book');
  if (workbook) return found('xls', () => readBinaryWorkbook(bytes, workbook, allowance));
  const slides = file.stream('PowerPoint Document');
  if (slides) {
    const encrypted = file.stream('EncryptedSummary') !== null;
    return found('ppt', () => (encrypted ? { text: '', outcome: 'encrypted' } : readBinarySlides(slides, allowance)));
  }
  // An encrypted .docx, .xlsx or .pptx hides in such a container; only its name tells which.
  if (file.stream('EncryptedPackage')) return { type: named ?? 'other', read: async () => ({ text: '', outcome: 'encrypted' }) };
  return { type: 'other', read: null };
}
