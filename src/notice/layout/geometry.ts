/**
 * Measures of GB/T 9704—2012 in millimetres and points, shared by .docx and .pdf. The layout is the one with a 37 mm top:
 * 22 lines of exactly 28.95 pt (29 pt gives 21) and 28 characters of 16 pt set 0.25 pt closer (0 gives 27).
 */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 } as const;
/** 版心. */
export const TYPE_AREA = { width: 156, height: 225 } as const;
export const LINE_PT = 28.95;
export const LETTER_SPACING_PT = -0.25;
export const CHARACTERS_PER_LINE = 28;
export const LINES_PER_PAGE = 22;

/** 字号 in points. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5 } as const;

/** 发文机关标志: top edge this far below the type area's top; red line this far under the number; its thickness. */
export const LETTERHEAD = { markTop: 35, lineBelowNumber: 4, lineThickness: 0.5, emptyLines: 2 } as const;
/** 版记 rules: first and last, middle. */
export const RECORD_RULE = { outer: 0.35, inner: 0.25 } as const;
/** Dash of the page number below the type area. */
export const PAGE_NUMBER_BELOW = 7;
/** Red of the mark and its line: Y80 M80. */
export const RED = 'E60012';

const POINTS_PER_MM = 72 / 25.4;
export const mmToPt = (mm: number): number => mm * POINTS_PER_MM;
/** Rounded to the whole twip, as WordprocessingML wants it. */
export const twips = (pt: number): number => Math.round(pt * 20);
export const mmTwips = (mm: number): number => twips(mmToPt(mm));
/** Eighths of a point, the unit of border widths. */
export const mmEighths = (mm: number): number => Math.round(mmToPt(mm) * 8);

/** Size of the 发文机关标志: as large as its words allow in the type area, 小初 at most by habit, never under 二号. */
export function markSize(text: string): number {
  const fits = Math.floor((mmToPt(TYPE_AREA.width) - 8) / Math.max(1, [...text].length));
  return Math.min(52, Math.max(SIZE.two, fits));
}
