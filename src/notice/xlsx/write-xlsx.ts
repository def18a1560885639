import { writeXlsx as write } from 'hucre/xlsx';
import type { NoticeDocument } from '../model.ts';
import { stampZip } from '../zip-stamp.ts';
import { sheet } from './sheet.ts';

/** The attachments as one workbook, a sheet each, numbers as numbers. The same document gives the same bytes. */
export async function writeXlsx(document: NoticeDocument): Promise<Uint8Array> {
  const sheets = document.attachments.map((attachment, index) => sheet(document, attachment, index));
  // The file's own date would be the clock's; the cut-off is the moment the numbers stand for.
  const properties = { title: document.title, modified: new Date(`${document.period.cutoff}T00:00:00Z`) };
  return stampZip(await write({ sheets, defaultFont: { name: '宋体', size: 11 }, properties }));
}
