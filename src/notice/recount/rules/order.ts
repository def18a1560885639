import type { Remark } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { datesIn } from '../numbers.ts';

/** Entries that begin with a day, one a paragraph, out of the order of their days (seeds O09). */
export const order: Rule = ({ text, year }) => {
  const remarks: Remark[] = [];
  let last: { date: string; quote: string } | null = null;
  for (const paragraph of text.paragraphs) {
    const bare = paragraph.text.replace(/^[●·•\s]+/, '');
    const first = datesIn(bare.slice(0, 16), year).find(({ start }) => start === 0);
    if (!first || !/^[，,：:\s、]/.test(bare.slice(first.end))) {
      if (!/^\d{1,2}月[，,]/.test(bare)) last = null;
      continue;
    }
    if (last && first.date < last.date)
      remarks.push({ kind: 'order', quote: first.quote, message: `“${first.quote}”一条排在“${last.quote}”之后，未按时间先后排列` });
    last = { date: first.date, quote: first.quote };
  }
  return { answers: [], remarks };
};
