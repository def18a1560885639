import { AlignmentType, type Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { LEVEL_FACE } from '../layout/faces.ts';
import { LINE_PT, SIZE, twips } from '../layout/geometry.ts';
import { isHeld } from '../layout/held.ts';
import { signedDate } from '../layout/record.ts';
import { CHARACTER_PT, signatureLayout } from '../layout/signature.ts';
import type { NoticeDocument } from '../model.ts';
import { attachmentLines, figureMap, numbered, plainText } from '../outline.ts';
import { characters, exact, gridParagraph, runStyle, textRun } from './text.ts';

/** Text of 三号仿宋, first line in by two characters. The last paragraph stays with the signature. */
export function body(document: NoticeDocument): Paragraph[] {
  const figures = figureMap(document);
  return numbered(document.body, document.marks).map(({ label, heading: words, paragraph: p }, index, all) => {
    const face = LEVEL_FACE[p.level];
    const text = plainText(p.runs, figures);
    const heading = words === null ? '' : `${words}${text === '' ? '' : '。'}`;
    return gridParagraph({
      alignment: AlignmentType.BOTH,
      indent: { firstLine: characters(2) },
      // Without 主送机关 the text itself stands one line below the title.
      ...(index === 0 && document.addressees === '' ? { spacing: exact(LINE_PT, LINE_PT) } : {}),
      keepNext: isHeld(p, text, index === all.length - 1),
      ...(p.level === 1 ? { outlineLevel: 0 } : {}),
      children: [
        ...(label + heading === '' ? [] : [textRun(label + heading, face, SIZE.three)]),
        ...(text === '' ? [] : [textRun(text, 'body', SIZE.three)]),
      ],
    });
  });
}

/**
 * 附件说明 one empty line below the text, in by two characters; a wrapped title goes on under its own first character.
 * Tab stops, not widths of digits, hold the numbers and titles in line.
 */
export function attachmentNote(document: NoticeDocument): Paragraph[] {
  const titles = document.attachmentList;
  return attachmentLines(titles).map((line, i) => {
    const numbered = titles.length > 1 ? line.replace(/^(\d+\.)/, '$1\t') : line;
    return noteLine(`${i === 0 ? '附件：' : ''}\t${numbered}`, titles.length, i === 0 ? LINE_PT : 0);
  });
}

/** One line of 附件说明: mark, number where there are several titles, title, parted by tabs. */
export function noteLine(words: string, titles: number, beforePt: number): Paragraph {
  const several = titles > 1;
  const numberAt = characters(5);
  const titleAt = several ? characters(titles > 9 ? 6.5 : 6) : numberAt;
  return gridParagraph({
    keepNext: true,
    spacing: exact(LINE_PT, beforePt),
    indent: { left: titleAt, hanging: titleAt - characters(2) },
    tabStops: [numberAt, ...(several ? [titleAt] : [])].map((position) => ({ type: TabStopType.LEFT, position })),
    children: [new TextRun({ ...runStyle('body', SIZE.three), children: tabbed(words) })],
  });
}

/** Signature, date and 附注, kept together and with the text above, so that they never stand alone on a page. */
export function signature(document: NoticeDocument): Paragraph[] {
  const { issuer, sealed } = document.signature;
  const date = signedDate(document);
  const layout = signatureLayout(issuer, date, sealed);
  const at = (n: number): number => twips(n * CHARACTER_PT);
  const note = document.annotation;
  return [
    gridParagraph({
      keepNext: true,
      keepLines: true,
      spacing: exact(LINE_PT, layout.emptyLines * LINE_PT),
      indent: { left: at(layout.issuerLeft) },
      children: [textRun(issuer, 'body', SIZE.three)],
    }),
    gridParagraph({
      keepNext: note !== null,
      keepLines: true,
      indent: { left: at(layout.dateLeft) },
      children: [textRun(date, 'body', SIZE.three)],
    }),
    ...(note === null
      ? []
      : [gridParagraph({ keepLines: true, indent: { firstLine: characters(2) }, children: [textRun(`（${note}）`, 'body', SIZE.three)] })]),
  ];
}

/** Text parted at tabs, each tab an element of its own as the format wants it. */
function tabbed(text: string): (string | Tab)[] {
  return text.split('\t').flatMap((piece, i) => [...(i === 0 ? [] : [new Tab()]), ...(piece === '' ? [] : [piece])]);
}
