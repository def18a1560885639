import {
  AlignmentType,
  Footer,
  HorizontalPositionRelativeFrom,
  type IParagraphOptions,
  PageNumber,
  type Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { mmToPt, PAGE, PAGE_NUMBER_BELOW, SIZE, twips } from '../layout/geometry.ts';
import { exact, freeParagraph, runStyle } from './text.ts';

type Side = 'left' | 'right';
const ONE = SIZE.four * 20;
const EMU_PER_MM = 36_000;
const PIXELS_PER_MM = 96 / 25.4;

/** Distance of the footer from the paper's edge that puts the dash 7 mm below the type area (7.5). */
export const FOOTER_TWIPS = twips(mmToPt(PAGE.bottom - PAGE_NUMBER_BELOW) - SIZE.four / 2);

/** Right on odd pages, left on even ones, one character from the edge. */
export const PORTRAIT_NUMBERS = { default: new Footer({ children: [number('right')] }), even: new Footer({ children: [number('left')] }) };

/**
 * On a page turned across, the number stays where it is on the others (8): its foot is now the left edge, its right the
 * foot, and the number is turned with the sheet. A footer cannot stand there, so a text box holds it.
 */
export const LANDSCAPE_NUMBERS = { default: turned('right', '101'), even: turned('left', '102') };

/** — 1 — of 四号半角宋体. */
function number(side: Side): Paragraph {
  const place: IParagraphOptions =
    side === 'right'
      ? { alignment: AlignmentType.RIGHT, indent: { right: ONE } }
      : { alignment: AlignmentType.LEFT, indent: { left: ONE } };
  return freeParagraph({
    ...place,
    spacing: exact(SIZE.four),
    children: [new TextRun({ ...runStyle('song', SIZE.four), children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function turned(side: Side, id: string): Footer {
  const lineMm = SIZE.four / mmToPt(1);
  const box = new ShapeRun({
    type: 'rectangle',
    line: 'none',
    altText: { id, name: '页码' },
    transformation: { width: lineMm * PIXELS_PER_MM, height: (PAGE.width - PAGE.left - PAGE.right) * PIXELS_PER_MM },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.PAGE,
        offset: Math.round((PAGE.bottom - PAGE_NUMBER_BELOW - lineMm / 2) * EMU_PER_MM),
      },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: PAGE.left * EMU_PER_MM },
      wrap: { type: TextWrappingType.NONE },
    },
    textOptions: { direction: 'topToBottom', verticalAlignment: 'center', margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    children: [number(side)],
  });
  return new Footer({ children: [freeParagraph({ spacing: exact(SIZE.four), children: [box] })] });
}
