import type { Answer, Stated } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { startOf } from '../text-figures.ts';

/** Shorter openings come again with another meaning. */
const LEAST = 10;
const WHOLE = /全[市县区省镇乡州盟旗]|门户网站/;

/** The same words with two different numbers. Only sentences that begin alike and speak of a whole area are the same statement. */
export const repeats: Rule = (notice) => {
  const byWords = new Map<string, Stated[]>();
  for (const figure of notice.figures) {
    const words = wordsBefore(figure, notice.text.paragraphs);
    if (words === null || figure.approximate) continue;
    const key = `${words}#${figure.unit}`;
    byWords.set(key, [...(byWords.get(key) ?? []), figure]);
  }
  const answers = [...byWords.values()].flatMap(([first, ...others]): Answer[] => {
    if (!first || others.length === 0) return [];
    return others.map((figure) => ({
      figure,
      verdict: figure.value === first.value ? 'agrees' : 'disagrees',
      recomputed: first.quote,
      basis: { sentences: [first.sentence], how: `前文同一说法写作${first.quote}` },
      explanations: figure.value === first.value ? [] : ['同一个数在文中写法前后不一'],
    }));
  });
  return { answers };
};

function wordsBefore(figure: Stated, paragraphs: readonly { block: number; text: string }[]): string | null {
  if (figure.place.in !== 'text') return null;
  const { block } = figure.place;
  const text = paragraphs.find((one) => one.block === block)?.text ?? '';
  const from = text.lastIndexOf(figure.sentence, startOf(figure));
  const words = text
    .slice(Math.max(0, from), startOf(figure))
    .replace(/\s|^[（(][一二三四五六七八九十\d]+[)）]|^[一二三四五六七八九十]+[、是]/g, '');
  return words.replace(/[^\p{Script=Han}]/gu, '').length >= LEAST && WHOLE.test(words) ? words : null;
}
