import type { Allowance } from '../allowance.ts';
import { readXml } from '../read-xml.ts';
import type { Content } from '../reading.ts';
import { TextLines } from '../text-lines.ts';
import { markupSink } from './markup.ts';
import { existing, type OfficePackage, relations } from './package.ts';

/** Text and tables of a .pptx, slide by slide as shown. */
export async function readSlides(office: OfficePackage, main: string, allowance: Allowance): Promise<Content> {
  const lines = new TextLines(allowance);
  const names = (await shownOrder(office, main, allowance)) ?? office.parts('.slide+xml');
  const slides = existing(office.archive, names);
  for (const slide of slides.slice(0, allowance.limits.pages)) {
    if (!allowance.goOn()) break;
    await readXml(slide.pieces(), markupSink(lines, allowance));
  }
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks, pages: slides.length };
}

/** Slides were made in one order and may be shown in another. */
async function shownOrder({ archive }: OfficePackage, main: string, allowance: Allowance): Promise<string[] | null> {
  const [presentation] = existing(archive, [main]);
  if (!presentation) return null;
  const ids: string[] = [];
  await readXml(presentation.pieces(), {
    open(element, attributes) {
      const id = attributes['r:id'];
      if (element === 'sldId' && id !== undefined) ids.push(id);
    },
  });
  const targets = await relations(archive, main, allowance);
  const names = ids.flatMap((id) => targets.get(id) ?? []);
  return names.length > 0 ? names : null;
}
