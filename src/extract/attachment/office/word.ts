import type { Allowance } from '../allowance.ts';
import { readXml } from '../read-xml.ts';
import { type Content, ReadingFault } from '../reading.ts';
import { TextLines } from '../text-lines.ts';
import { markupSink } from './markup.ts';
import { existing, type OfficePackage } from './package.ts';

/** What a reader sees of a document, in order: its text, then its notes. Headers and footers repeat and are left out. */
const STORIES = ['.footnotes+xml', '.endnotes+xml'];

/** Text and tables of a .docx. */
export async function readWord(office: OfficePackage, main: string, allowance: Allowance): Promise<Content> {
  const [document] = existing(office.archive, [main]);
  if (!document) throw new ReadingFault('damaged');
  const lines = new TextLines(allowance);
  for (const member of [
    document,
    ...existing(
      office.archive,
      STORIES.flatMap((type) => office.parts(type)),
    ),
  ]) {
    await readXml(member.pieces(), markupSink(lines, allowance));
  }
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks };
}

/** Word 2003 XML: the same elements in one plain file, often named .doc. */
export async function readWordXml(bytes: Uint8Array, allowance: Allowance): Promise<Content> {
  const lines = new TextLines(allowance);
  await readXml([bytes], markupSink(lines, allowance));
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks };
}
