import type { Line } from './measure.ts';

export const LIMIT_MS = 200;
/** What took less than this is told in one sentence, not in rows. */
const ROW_MS = 25;

const whole = (ms: number): string => ms.toFixed(0);
const sizeOf = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${whole(bytes / 1024)} kB`);
const named = (text: string): string => text.replaceAll('|', '\\|');

/** The lines as a document prints them, the slowest first: a table, then the quick ones and what gives no figure. */
export function markdownOf(lines: readonly Line[], left: readonly string[], repeat: number): string {
  const answered = lines.filter(({ status }) => status === 200).toSorted((a, b) => b.median - a.median);
  const refused = lines.filter(({ status }) => status !== 200);
  const over = answered.filter(({ median }) => median > LIMIT_MS);
  const overAtBest = answered.filter(({ least }) => least > LIMIT_MS);
  const rows = answered.filter(({ median }) => median >= ROW_MS);
  const quick = answered.filter(({ median }) => median < ROW_MS);
  return [
    `Server time in ms, median of ${repeat}; ${answered.length} questions, ${over.length} with a median over ${LIMIT_MS} ms, ${overAtBest.length} also at best. *Ratio*: the median over that of \`me\` (who is signed in: a few rows along their keys) asked in between.`,
    '',
    '| asked | median | best | first, cold | ratio | answer |',
    '|---|---:|---:|---:|---:|---:|',
    ...rows.map((line) => {
      const ms = `${whole(line.median)} | ${whole(line.least)} | ${whole(line.first)} | ${line.ratio.toFixed(line.ratio < 10 ? 1 : 0)}`;
      return `| ${line.median > LIMIT_MS ? `**${named(line.name)}**` : named(line.name)} | ${ms} | ${sizeOf(line.bytes)} |`;
    }),
    '',
    ...(quick.length === 0
      ? []
      : [
          `Under ${ROW_MS} ms, median (best): ${quick.map(({ name, median, least }) => `${name} ${whole(median)} (${whole(least)})`).join(', ')}.`,
        ]),
    ...(refused.length === 0 ? [] : ['', `Refused, so no figure: ${refused.map(({ name, status }) => `${name} (${status})`).join(', ')}.`]),
    ...(left.length === 0 ? [] : ['', `Nothing filled in, not asked: ${left.join(', ')}.`]),
  ].join('\n');
}
