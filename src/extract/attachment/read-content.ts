import type { AttachmentType } from '../../evidence/attachment.ts';
import type { Allowance } from './allowance.ts';
import { readCsv } from './csv.ts';
import { readSheetXml } from './office/sheet-xml.ts';
import { readWordXml } from './office/word.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readHtml, readText } from './plain.ts';
import { readCompound } from './read-compound.ts';
import { readZipped } from './read-zipped.ts';
import type { Found } from './reading.ts';
import { readRtf } from './rtf.ts';
import { sniff } from './sniff.ts';
import type { ReadMember } from './zip/read-members.ts';

const PICTURES: readonly AttachmentType[] = ['jpg', 'png', 'gif', 'bmp', 'tif'];

/** Finds the reader by the bytes. `named` only picks between types that share their bytes. Throws when a container is broken. */
export async function findContent(
  bytes: Uint8Array,
  named: AttachmentType | null,
  readMember: ReadMember,
  allowance: Allowance,
): Promise<Found> {
  const kind = sniff(bytes);
  switch (kind) {
    case 'compound':
      return readCompound(bytes, named, allowance);
    case 'zip':
      return readZipped(bytes, readMember, allowance);
    case 'pdf':
      return { type: 'pdf', read: () => readPdf(bytes, allowance) };
    case 'rtf':
      return { type: 'rtf', read: () => readRtf(bytes, allowance) };
    case 'word-xml':
      return { type: named === 'doc' || named === 'wps' ? named : 'xml', read: () => readWordXml(bytes, allowance) };
    case 'sheet-xml':
      return { type: named === 'xls' || named === 'et' ? named : 'xml', read: () => readSheetXml(bytes, allowance) };
    case 'html':
      return { type: 'html', read: () => readHtml(bytes, allowance) };
    case 'txt':
      if (named === 'csv') return { type: 'csv', read: () => readCsv(bytes, allowance) };
      return { type: 'txt', read: () => readText(bytes, allowance) };
    default:
      return { type: kind, read: PICTURES.includes(kind) ? () => ({ text: '', outcome: 'no-text' }) : null };
  }
}
