import type { ReadNotice } from '../notice.ts';
import { chineseNumber, halfWidth } from '../numbers.ts';

const NUMBER = '([\\d一二两三四五六七八九])\\s*[种类项个]';
const LEAST = '(?:不得?(?:低于|少于)|至少|应有|应当有|需有|必须有|达到)';
const PATTERNS = [
  new RegExp(`(?:形式|解读|方式)[^。；]{0,12}${LEAST}[^。；]{0,4}?${NUMBER}`),
  new RegExp(`${LEAST}[^。；]{0,6}?${NUMBER}[^。；]{0,8}(?:形式|方式|解读)`),
];

/** How many forms a document must be explained in, where the notice says so: 解读形式不得低于2种; null where it does not. */
export function requiredForms({ text }: ReadNotice): number | null {
  const told = [...text.paragraphs.map((paragraph) => paragraph.text), ...text.tables.flatMap(({ title, notes }) => [title, ...notes])];
  for (const line of told.map(halfWidth))
    for (const pattern of PATTERNS) {
      const number = pattern.exec(line)?.[1];
      if (number !== undefined) return /\d/.test(number) ? Number(number) : chineseNumber(number);
    }
  return null;
}
