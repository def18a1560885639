import {
  BorderStyle,
  HorizontalPositionRelativeFrom,
  type Paragraph,
  Tab,
  TabStopType,
  TextRun,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { mmEighths, mmToPt, mmTwips, RECORD_RULE, SIZE, TYPE_AREA } from '../layout/geometry.ts';
import { ccLines, RECORD_LINE_PT, type RecordLines, recordLines } from '../layout/record.ts';
import type { NoticeDocument } from '../model.ts';
import { exact, freeParagraph, runStyle } from './text.ts';

/** The library measures drawings in pixels of 96 to the inch. */
const pixels = (pt: number): number => (pt * 96) / 72;
const ONE = SIZE.four * 20;
const RULE_LINE_PT = 1.5;
/** Room for three rules. */
const RULES_PT = 3 * (RULE_LINE_PT + 1);

/**
 * 版记 in a text box on the foot of the type area of the page it falls on (7.4): empty paragraphs would slide, and a frame
 * is dropped by some programs. The line it hangs on is as high as the box, so that room is kept free in the text and the
 * record moves to a new page rather than over a table that fills this one.
 */
export function record(document: NoticeDocument): Paragraph[] {
  return recordBox(recordLines(document), ccLines(document.record.cc));
}

/** The box with these words, as high as the lines its 抄送 takes want it. */
export function recordBox(words: RecordLines, linesOfCc: number): Paragraph[] {
  const height = (linesOfCc + 1) * RECORD_LINE_PT + RULES_PT;
  const box = new ShapeRun({
    type: 'rectangle',
    line: 'none',
    altText: { id: '1', name: '版记' },
    transformation: { width: pixels(mmToPt(TYPE_AREA.width)), height: pixels(height) },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM },
      wrap: { type: TextWrappingType.NONE },
    },
    textOptions: { verticalAlignment: 'bottom', margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    children: lines(words),
  });
  return [freeParagraph({ keepLines: true, spacing: exact(height), children: [box] })];
}

/** Rules are paragraphs of their own: a border follows the indents of its paragraph and would not reach the edges. */
function lines({ cc, office, printed }: RecordLines): Paragraph[] {
  const last = freeParagraph({
    spacing: exact(RECORD_LINE_PT),
    tabStops: [
      { type: TabStopType.LEFT, position: ONE },
      { type: TabStopType.RIGHT, position: mmTwips(TYPE_AREA.width) - ONE },
    ],
    children: [new TextRun({ ...runStyle('body', SIZE.four), children: [new Tab(), office, new Tab(), printed] })],
  });
  const copies = freeParagraph({
    spacing: exact(RECORD_LINE_PT),
    indent: { left: ONE * 4, right: ONE, hanging: ONE * 3 },
    children: [new TextRun({ ...runStyle('body', SIZE.four), text: `抄送：${cc}` })],
  });
  return [rule(RECORD_RULE.outer), ...(cc === null ? [] : [copies, rule(RECORD_RULE.inner)]), last, rule(RECORD_RULE.outer)];
}

function rule(mm: number): Paragraph {
  return freeParagraph({
    spacing: exact(RULE_LINE_PT),
    border: { bottom: { style: BorderStyle.SINGLE, color: '000000', size: mmEighths(mm), space: 0 } },
  });
}
