import { AlignmentType, BorderStyle, type Paragraph } from 'docx';
import { LETTERHEAD, LINE_PT, markSize, mmEighths, mmToPt, RED, SIZE } from '../layout/geometry.ts';
import { titleLines } from '../layout/title-lines.ts';
import type { NoticeDocument } from '../model.ts';
import { exact, freeParagraph, gridParagraph, textRun } from './text.ts';

const NUMBER_LINE_PT = 20;
/** What the number's line holds free under its characters; the 4 mm count from the characters. */
const UNDER_NUMBER_PT = 2;
const TITLE_LINE_PT = 33;

/** 版头: mark in red 35 mm below the top of the type area, number two lines below, red line 4 mm under it (7.2). */
export function letterhead(document: NoticeDocument): Paragraph[] {
  if (document.letterhead === null) return [];
  const size = markSize(document.letterhead);
  return [
    freeParagraph({
      alignment: AlignmentType.CENTER,
      spacing: exact(size, mmToPt(LETTERHEAD.markTop)),
      children: [textRun(document.letterhead, 'title', size, { color: RED })],
    }),
    freeParagraph({
      alignment: AlignmentType.CENTER,
      spacing: exact(NUMBER_LINE_PT, LETTERHEAD.emptyLines * LINE_PT),
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          color: RED,
          size: mmEighths(LETTERHEAD.lineThickness),
          space: Math.round(mmToPt(LETTERHEAD.lineBelowNumber) - UNDER_NUMBER_PT),
        },
      },
      children: [textRun(document.number ?? '', 'body', SIZE.three)],
    }),
  ];
}

/** Title of 二号小标宋, centred, two empty lines below the red line; without 版头 it opens the page. */
export function title(document: NoticeDocument): Paragraph[] {
  const lines = titleLines(document.title);
  const before = document.letterhead === null ? 0 : LETTERHEAD.emptyLines * LINE_PT;
  return [
    freeParagraph({
      alignment: AlignmentType.CENTER,
      spacing: exact(TITLE_LINE_PT, before),
      children: lines.map((line, i) => textRun(line, 'title', SIZE.two, i === 0 ? {} : { break: 1 })),
    }),
  ];
}

/** 主送机关 one empty line below the title, flush left, wrapping flush left, full-width colon. */
export function addressees(document: NoticeDocument): Paragraph[] {
  if (document.addressees === '') return [];
  return [
    gridParagraph({
      spacing: exact(LINE_PT, LINE_PT),
      alignment: AlignmentType.BOTH,
      children: [textRun(`${document.addressees}：`, 'body', SIZE.three)],
    }),
  ];
}
