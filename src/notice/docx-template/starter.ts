import { AlignmentType, type Paragraph } from 'docx';
import { attachmentBlock } from '../docx/attachments.ts';
import { noteLine } from '../docx/body.ts';
import { addressees, letterhead, title } from '../docx/head.ts';
import { recordBox } from '../docx/record.ts';
import { characters, exact, freeParagraph, gridParagraph, textRun } from '../docx/text.ts';
import { packDocx } from '../docx/write-docx.ts';
import { LEVEL_FACE } from '../layout/faces.ts';
import { LINE_PT, SIZE, twips } from '../layout/geometry.ts';
import { ccLines, signedDate } from '../layout/record.ts';
import { CHARACTER_PT, signatureLayout } from '../layout/signature.ts';
import { cellSize } from '../layout/table.ts';
import type { Attachment, Level, NoticeDocument } from '../model.ts';
import { columnNames } from './attachment-fields.ts';
import { LEVEL_NAMES } from './body-fields.ts';

/**
 * A template that works as it is, in the form of GB/T 9704, with the names of this notice where its words would stand: an
 * office changes it in Word instead of beginning with an empty page. It has the parts this notice has; the red mark is the
 * office's own words, since its size goes by their number.
 */
export function starterTemplate(document: NoticeDocument): Promise<Uint8Array> {
  const names: NoticeDocument = {
    ...document,
    number: '{文号}',
    title: '{标题分行}',
    addressees: document.addressees && '{主送}',
  };
  return packDocx(names, {
    front: [...letterhead(names), ...title(names), ...addressees(names), ...body(), ...attachmentNote(document), ...signature(document)],
    attachments: document.attachments.map((attachment, index) => ({
      orientation: attachment.table.orientation,
      blocks: (newPage) => attachmentPart(document, attachment, index, newPage),
    })),
    record: recordBox(
      { cc: document.record.cc.length === 0 ? null : '{抄送}', office: '{印发机关}', printed: '{印发日期}印发' },
      ccLines(document.record.cc),
    ),
  });
}

/** A tag that stands alone in its paragraph vanishes with it. */
const tagLine = (tag: string): Paragraph => gridParagraph({ children: [textRun(tag, 'body', SIZE.three)] });

/** One form of paragraph for each level, since each has its own face; only the one that fits is printed. */
function body(): Paragraph[] {
  const forms = Object.entries(LEVEL_NAMES).flatMap(([level, name]) => [
    tagLine(`{#${name}}`),
    gridParagraph({
      alignment: AlignmentType.BOTH,
      indent: { firstLine: characters(2) },
      children: [textRun('{段首}', LEVEL_FACE[Number(level) as Level], SIZE.three), textRun('{内容}', 'body', SIZE.three)],
    }),
    tagLine(`{/${name}}`),
  ]);
  return [tagLine('{#正文}'), ...forms, tagLine('{/正文}')];
}

function attachmentNote({ attachmentList: { length } }: NoticeDocument): Paragraph[] {
  if (length === 0) return [];
  const words = length > 1 ? '{标记}\t{序号}\t{名称}' : '{标记}\t{名称}';
  return [gridParagraph({ keepNext: true, children: [] }), tagLine('{#附件说明}'), noteLine(words, length, 0), tagLine('{/附件说明}')];
}

/** Where this notice's issuer and date stand: an office signs with one name, and dates differ by a digit. */
function signature(document: NoticeDocument): Paragraph[] {
  const { issuer, sealed } = document.signature;
  const layout = signatureLayout(issuer, signedDate(document), sealed);
  const line = (words: string, left: number, beforeLines: number): Paragraph =>
    gridParagraph({
      keepNext: true,
      keepLines: true,
      spacing: exact(LINE_PT, beforeLines * LINE_PT),
      indent: { left: twips(left * CHARACTER_PT) },
      children: [textRun(words, 'body', SIZE.three)],
    });
  const note = gridParagraph({ indent: { firstLine: characters(2) }, children: [textRun('（{附注}）', 'body', SIZE.three)] });
  return [
    line('{署名}', layout.issuerLeft, layout.emptyLines),
    line('{成文日期}', layout.dateLeft, 0),
    ...(document.annotation === null ? [] : [note]),
  ];
}

function attachmentPart(document: NoticeDocument, attachment: Attachment, index: number, newPage: boolean) {
  const name = `附件${index + 1}`;
  const { table } = attachment;
  const titles = columnNames(table.columns);
  const cells = table.columns.map(({ key }, i) => {
    const [open, close] = [i === 0 ? `{#${name}}` : '', i === titles.length - 1 ? `{/${name}}` : ''];
    return [key, `${open}{${titles[i]}}${close}`] as const;
  });
  const row = { id: name, cells: Object.fromEntries(cells), from: [] };
  const named: Attachment = { title: `{${name}标题}`, table: { ...table, rows: [row], merges: [], notes: null } };
  const size = cellSize(table);
  const note = freeParagraph({ spacing: exact(size * 1.5, 6), children: [textRun(`{${name}备注}`, 'body', size)] });
  return [
    tagLine(`{#有${name}}`),
    ...attachmentBlock(document, named, index, newPage),
    ...(table.notes ? [note] : []),
    tagLine(`{/有${name}}`),
  ];
}
