import type { AttachmentType } from '../../evidence/attachment.ts';
import type { Allowance } from './allowance.ts';
import { readOfd } from './ofd.ts';
import { readOpenDocument } from './office/open-document.ts';
import { officePackage } from './office/package.ts';
import { readWorkbook } from './office/sheets.ts';
import { readSlides } from './office/slides.ts';
import { readWord } from './office/word.ts';
import type { Found } from './reading.ts';
import { type Archive, openArchive, wholeMember } from './zip/open-archive.ts';
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
  const content = archive.find('content.xml');
  const open = content && !content.encrypted ? await openDocumentType(archive, allowance) : null;
  if (content && open) return found(open, () => readOpenDocument(content, allowance));
  return found('zip', () => readMembers(archive, readMember, allowance));
}

const OPEN_DOCUMENTS: Readonly<Record<string, AttachmentType>> = {
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.text': 'odt',
};

async function openDocumentType(archive: Archive, allowance: Allowance): Promise<AttachmentType | null> {
  const member = archive.find('mimetype');
  return member ? (OPEN_DOCUMENTS[(await wholeMember(member, 1_024, allowance)).toString('latin1').trim()] ?? null) : null;
}
