import { AlignmentType, type Paragraph, type Table } from 'docx';
import { LINE_PT, SIZE } from '../layout/geometry.ts';
import { cellSize } from '../layout/table.ts';
import { titleLines, WIDE_TITLE } from '../layout/title-lines.ts';
import type { Attachment, NoticeDocument } from '../model.ts';
import { attachmentMark, figureMap, noteText } from '../outline.ts';
import { wordTable } from './table.ts';
import { exact, freeParagraph, gridParagraph, textRun } from './text.ts';

const TITLE_LINE_PT = 33;

/** 附件 on a page of its own (7.3.7): mark in 黑体 on line 1, title centred on line 3, table, note under it. */
export function attachmentBlock(document: NoticeDocument, attachment: Attachment, index: number, newPage: boolean): (Paragraph | Table)[] {
  const { table } = attachment;
  const width = table.orientation === 'landscape' ? WIDE_TITLE : undefined;
  const notes = table.notes === null ? [] : [noteText(table.notes, figureMap(document))];
  const size = cellSize(table);
  return [
    gridParagraph({
      pageBreakBefore: newPage,
      keepNext: true,
      children: [textRun(attachmentMark(index, document.attachments.length), 'hei', SIZE.three)],
    }),
    freeParagraph({
      keepNext: true,
      alignment: AlignmentType.CENTER,
      spacing: exact(TITLE_LINE_PT, LINE_PT, LINE_PT / 2),
      children: titleLines(attachment.title, width).map((line, i) => textRun(line, 'title', SIZE.two, i === 0 ? {} : { break: 1 })),
    }),
    wordTable(table),
    ...notes.map((text) =>
      freeParagraph({ spacing: exact(size * 1.5, 6), alignment: AlignmentType.BOTH, children: [textRun(text, 'body', size)] }),
    ),
  ];
}
