import { LEVEL_FACE } from '../layout/faces.ts';
import { LETTER_SPACING_PT, LETTERHEAD, LINE_PT, markSize, PAGE, PAGE_NUMBER_BELOW, RECORD_RULE, RED, SIZE } from '../layout/geometry.ts';
import { isHeld } from '../layout/held.ts';
import { recordLines, signedDate } from '../layout/record.ts';
import { CHARACTER_PT, signatureLayout } from '../layout/signature.ts';
import { CELL_SIDE_PT, cellSize, GROUP_ROWS, ROW_MIN_MM } from '../layout/table.ts';
import { titleLines, WIDE_TITLE } from '../layout/title-lines.ts';
import type { Attachment, NoticeDocument } from '../model.ts';
import { attachmentLines, attachmentMark, figureMap, noteText, numbered, plainText } from '../outline.ts';
import { cellText, headCells } from '../table.ts';
import type { PdfFonts } from './fonts.ts';

/** A cell as Typst wants it: place, reach, words. Cells under a merge are left out. */
interface PageCell {
  x: number;
  y: number;
  colspan: number;
  rowspan: number;
  align: 'left' | 'center';
  lines: readonly string[];
}

/** Everything the page layout needs, as plain data: no words of a notice ever become layout source. */
export function pageData(document: NoticeDocument, fonts: PdfFonts): object {
  const figures = figureMap(document);
  const date = signedDate(document);
  const place = signatureLayout(document.signature.issuer, date, document.signature.sealed);
  return {
    fonts: fonts.faces,
    measures: {
      page: PAGE,
      line: LINE_PT,
      tracking: LETTER_SPACING_PT,
      size: SIZE,
      letterhead: LETTERHEAD,
      rules: RECORD_RULE,
      numberBelow: PAGE_NUMBER_BELOW,
      red: `#${RED}`,
      rowMin: ROW_MIN_MM,
      cellSide: CELL_SIDE_PT,
      groupRows: GROUP_ROWS,
    },
    title: document.title,
    titleLines: titleLines(document.title),
    letterhead:
      document.letterhead === null
        ? null
        : { mark: document.letterhead, size: markSize(document.letterhead), number: document.number ?? '' },
    addressees: document.addressees === '' ? null : `${document.addressees}：`,
    body: numbered(document.body, document.marks).map(({ label, heading: words, paragraph: p }, index, all) => {
      const text = plainText(p.runs, figures);
      const heading = words === null ? '' : `${words}${text === '' ? '' : '。'}`;
      return { head: label + heading, face: LEVEL_FACE[p.level], held: isHeld(p, text, index === all.length - 1), text };
    }),
    attachmentNote: attachmentLines(document.attachmentList).map((line) => ({
      number: document.attachmentList.length > 1 ? (/^\d+\./.exec(line)?.[0] ?? '') : '',
      title: document.attachmentList.length > 1 ? line.replace(/^\d+\./, '') : line,
    })),
    signature: {
      issuer: document.signature.issuer,
      issuerLeft: place.issuerLeft * CHARACTER_PT,
      date,
      dateLeft: place.dateLeft * CHARACTER_PT,
      emptyLines: place.emptyLines,
    },
    annotation: document.annotation === null ? null : `（${document.annotation}）`,
    attachments: document.attachments.map((attachment, index) => attachmentData(document, attachment, index)),
    record: recordLines(document),
  };
}

function attachmentData(document: NoticeDocument, { title, table }: Attachment, index: number): object {
  const head = headCells(table.columns);
  const wide = table.orientation === 'landscape';
  return {
    mark: attachmentMark(index, document.attachments.length),
    titleLines: titleLines(title, wide ? WIDE_TITLE : undefined),
    wide,
    size: cellSize(table),
    columns: table.columns.map((column) => column.width),
    head: head.cells.map(
      (cell): PageCell => ({
        x: cell.column,
        y: cell.row,
        colspan: cell.columns,
        rowspan: cell.rows,
        align: 'center',
        lines: [cell.title],
      }),
    ),
    cells: bodyCells(table, head.rows),
    note: table.notes === null ? null : noteText(table.notes, figureMap(document)),
  };
}

function bodyCells(table: Attachment['table'], headRows: number): PageCell[] {
  const spans = new Map(table.merges.map((merge) => [`${merge.column}/${merge.from}`, merge.rows]));
  const covered = new Set(table.merges.flatMap((m) => Array.from({ length: m.rows - 1 }, (_, i) => `${m.column}/${m.from + i + 1}`)));
  return table.rows.flatMap((row, y) =>
    table.columns.flatMap((column, x) => {
      const key = `${column.key}/${y}`;
      if (covered.has(key)) return [];
      const lines = cellText(table, row, column.key).split('\n');
      return [{ x, y: y + headRows, colspan: 1, rowspan: spans.get(key) ?? 1, align: column.align, lines }];
    }),
  );
}
