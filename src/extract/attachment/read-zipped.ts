import type { AttachmentType } from '../../evidence/attachment.ts';
import type { Allowance } from './allowance.ts';
import { readOfd } from './ofd.ts';
import { officePackage } from './office/package.ts';
import { readWorkbook } from './office/sheets.ts';
import { readSlides } from './office/slides.ts';
import { readWord } from './office/word.ts';
import type { Found } from './read-content.ts';
import { openArchive } from './zip/open-archive.ts';
import { type ReadMember, readMembers } from './zip/read-members.ts';

/** What a zip file holds: a document of Office, an OFD file, or files. */
export async function readZipped(bytes: Uint8Array, readMember: ReadMember, allowance: Allowance): Promise<Found> {
  const archive = await openArchive(bytes, allowance);
  const found = (type: AttachmentType, read: Found['read']): Found => ({ type, read });
  const ofd = archive.find('OFD.xml');
  if (ofd && !ofd.encrypted) return found('ofd', () => readOfd(archive, ofd, allowance));
  const office = await officePackage(archive, allowance);
  if (office) {
    const part = (...ends: string[]): string | undefined => ends.flatMap((end) => office.parts(end))[0];
    const word = part('wordprocessingml.document.main+xml', 'document.macroEnabled.main+xml', 'wordprocessingml.template.main+xml');
    if (word) return found('docx', () => readWord(office, word, allowance));
    const book = part('spreadsheetml.sheet.main+xml', 'sheet.macroEnabled.main+xml', 'sheet.binary.macroEnabled.main', 'template.main+xml');
    if (book) return found('xlsx', () => readWorkbook(archive, allowance));
    const slides = part('presentation.main+xml', 'slideshow.main+xml', 'presentation.macroEnabled.main+xml');
    if (slides) return found('pptx', () => readSlides(office, slides, allowance));
  }
  return found('zip', () => readMembers(archive, readMember, allowance));
}
