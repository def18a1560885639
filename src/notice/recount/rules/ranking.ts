import type { Answer } from '../figure.ts';
import { lengthOf } from '../names.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { answerOf, figureOf } from './rank-answer.ts';
import { listed } from './rank-names.ts';
import { measuresOf, readingOf } from './rank-reading.ts';

const LAST = /(?:末|后|倒数第?|最后)\s*([\d一二两三四五六七八九十]+)\s*(?:位|名|家|个)/g;
const FIRST = /(?:前|居前|排名前)\s*([\d一二两三四五六七八九十]+)\s*(?:位|名|家|个)?(?![\d月日周天年个])/g;

/** 末五位, 前三名: names of the text against the order of a table. */
export const ranking: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const { block, text } of notice.text.paragraphs)
    for (const sentence of sentencesOf(text))
      for (const [pattern, last] of [
        [LAST, true],
        [FIRST, false],
      ] as const)
        for (const match of sentence.text.matchAll(pattern)) {
          const found = weigh(notice, { block, ...sentence }, match, last);
          if (found) answers.push(found);
        }
  return { answers };
};

function sentencesOf(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split(/(?<=[。；！？●])/).map((sentence) => {
    const one = { text: sentence, start };
    start += sentence.length;
    return one;
  });
}

function weigh(
  notice: ReadNotice,
  at: { block: number; start: number; text: string },
  match: RegExpMatchArray,
  last: boolean,
): Answer | null {
  const length = lengthOf(match[1] as string);
  const index = match.index ?? 0;
  const words = at.text.slice(0, index);
  const clause = words.slice(
    Math.max(words.lastIndexOf('。'), words.lastIndexOf('，'), words.lastIndexOf('；'), words.lastIndexOf('：')) + 1,
  );
  const behind = at.text
    .slice(index + match[0].length)
    .replace(/^[^：:是为]*?(?:分别)?[：:是为]/, '')
    .replace(/[。；，].*$/, '');
  const option = [clause, behind]
    .map((text) => listed(notice.tables, text))
    .filter((one) => one !== null)
    .sort((a, b) => b.rows.length - a.rows.length)[0];
  if (!option || length === null || option.rows.length < 2 || option.rows.length < length || option.table.partial) return null;
  const figure = figureOf(at, match, option.names, length);
  const readings = measuresOf(option, at.text).flatMap((measure) => readingOf(option, measure, length, last) ?? []);
  const agreeing = readings.find(({ isRight, inOrder }) => isRight && inOrder);
  if (agreeing) return answerOf(figure, 'agrees', option, agreeing, last);
  const [main] = readings;
  // Names that are hardly those of the column are ranked by something that is not in the table.
  if (!main?.sorted || main.hits < Math.ceil(length * 0.6)) return null;
  return answerOf(figure, 'disagrees', option, main, last);
}
