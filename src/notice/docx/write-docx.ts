import { Document, DocumentGridType, type ISectionOptions, Packer, PageOrientation, type Paragraph, type Table } from 'docx';
import { LINE_PT, mmTwips, PAGE, twips } from '../layout/geometry.ts';
import type { NoticeDocument } from '../model.ts';
import { stampZip } from '../zip-stamp.ts';
import { attachmentBlock } from './attachments.ts';
import { attachmentNote, body, signature } from './body.ts';
import { addressees, letterhead, title } from './head.ts';
import { FOOTER_TWIPS, LANDSCAPE_NUMBERS, PORTRAIT_NUMBERS } from './page-number.ts';
import { record } from './record.ts';
import { STYLES } from './styles.ts';

type Block = Paragraph | Table;
type Orientation = 'portrait' | 'landscape';

/** What the pages are made of: text and signature, attachments, 版记. */
export interface NoticeParts {
  front: readonly Block[];
  attachments: readonly { orientation: Orientation; blocks(newPage: boolean): readonly Block[] }[];
  record: readonly Block[];
}

/** The notice as .docx in the form of GB/T 9704—2012. The same document gives the same bytes. */
export function writeDocx(document: NoticeDocument): Promise<Uint8Array> {
  return packDocx(document, {
    front: [
      ...letterhead(document),
      ...title(document),
      ...addressees(document),
      ...body(document),
      ...attachmentNote(document),
      ...signature(document),
    ],
    attachments: document.attachments.map((attachment, index) => ({
      orientation: attachment.table.orientation,
      blocks: (newPage) => attachmentBlock(document, attachment, index, newPage),
    })),
    record: record(document),
  });
}

/** Parts as .docx in the official form; `document` gives the properties of the file. */
export async function packDocx(document: NoticeDocument, parts: NoticeParts): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    creator: document.signature.issuer,
    lastModifiedBy: document.signature.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: sections(parts),
  });
  return stampZip(await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(document) }]));
}

/** One section upright; a wide table turns its pages; the record closes the last upright page. */
function sections({ front, attachments, record: closing }: NoticeParts): ISectionOptions[] {
  const parts: { orientation: Orientation; blocks: Block[] }[] = [{ orientation: 'portrait', blocks: [...front] }];
  for (const { orientation, blocks } of attachments) {
    const same = parts.at(-1)?.orientation === orientation;
    if (!same) parts.push({ orientation, blocks: [] });
    parts.at(-1)?.blocks.push(...blocks(same));
  }
  if (parts.at(-1)?.orientation === 'landscape') parts.push({ orientation: 'portrait', blocks: [] });
  parts.at(-1)?.blocks.push(...closing);
  return parts.map(({ orientation, blocks }) => ({
    properties: { page: pageOf(orientation), grid: GRID },
    footers: orientation === 'landscape' ? LANDSCAPE_NUMBERS : PORTRAIT_NUMBERS,
    children: blocks,
  }));
}

/** Lines only: a pitch of characters in the grid is laid out differently by every program. */
const GRID = { type: DocumentGridType.LINES, linePitch: twips(LINE_PT) };

/** Across, the binding edge becomes the top, so that an odd page's table head lies at the binding (8). */
function pageOf(orientation: Orientation): NonNullable<NonNullable<ISectionOptions['properties']>['page']> {
  const across = orientation === 'landscape';
  const [top, right, bottom, left] = across
    ? [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom]
    : [PAGE.top, PAGE.right, PAGE.bottom, PAGE.left];
  return {
    size: {
      width: mmTwips(PAGE.width),
      height: mmTwips(PAGE.height),
      orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: mmTwips(top),
      right: mmTwips(right),
      bottom: mmTwips(bottom),
      left: mmTwips(left),
      header: mmTwips(15),
      footer: FOOTER_TWIPS,
      gutter: 0,
    },
  };
}

/** Without times: they would be the clock's, and the notice's own dates are in it. */
function coreProperties(document: NoticeDocument): string {
  const text = (value: string): string => value.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text(document.title)}</dc:title><dc:creator>${text(document.signature.issuer)}</dc:creator><cp:lastModifiedBy>${text(document.signature.issuer)}</cp:lastModifiedBy></cp:coreProperties>`;
}
