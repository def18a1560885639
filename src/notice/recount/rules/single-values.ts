import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { cellsOf, type MeantTable } from '../table.ts';
import { startOf } from '../text-figures.ts';
import { isInRow, type Key, keysOf, measured } from './named-keys.ts';

const SCORE = /^(?:总?得分|总分|分数|评估得分|综合得分|最终得分)$/;
/** Longer words between a name and its number tell of something else. */
const NEAR = 14;

/** 排名第一的是甲镇，得分95.00分; 完成率最高的是甲局，为82.5%: one name, one number, and one column that is named. */
export const singleValues: Rule = (notice) => {
  const tables = notice.tables.filter(({ partial }) => !partial).map((table) => ({ table, keys: keysOf(table) }));
  return {
    answers: notice.text.paragraphs.flatMap(({ block }) =>
      inParagraph(notice, block).flatMap((figure, i, all) => {
        if (figure.approximate || !/^[分%]$/.test(figure.unit) || /较|比|扣|加|同期|上[月季年]/.test(figure.before)) return [];
        const words = wordsBefore(figure, all[i - 1]);
        const found = tables.flatMap(({ table, keys }) => weigh(table, keys, figure, words) ?? []);
        return found.find(({ verdict }) => verdict === 'agrees') ?? (found.length === 1 ? found : []);
      }),
    ),
  };
};

/** The sentence up to a number, from the number before it. */
function wordsBefore(figure: Stated, previous: Stated | undefined): string {
  const head = figure.sentence.slice(0, Math.max(0, figure.sentence.indexOf(`${figure.before}${figure.quote}`)) + figure.before.length);
  if (!previous || previous.sentence !== figure.sentence || startOf(previous) > startOf(figure)) return head;
  const at = head.lastIndexOf(previous.quote);
  return at < 0 ? head : head.slice(at + previous.quote.length);
}

function weigh(table: MeantTable, keys: readonly Key[], figure: Stated, words: string): Answer | null {
  const named = keys.filter(({ name, rows }) => rows.length === 1 && words.includes(name));
  const [key] = named.sort((a, b) => b.name.length - a.name.length);
  if (!key || named.some(({ name }) => !key.name.includes(name))) return null;
  if (words.length - words.lastIndexOf(key.name) - key.name.length > NEAR) return null;
  const columns = table.columns.flatMap(({ header, kind }, at) => {
    const bare = header.replace(/[（(].*|\s/g, '');
    if (figure.unit === '分') return kind === 'number' && SCORE.test(bare) && /得分|总分|分数|[是为]$/.test(words) ? [at] : [];
    return kind === 'percent' && bare.length >= 3 && words.includes(bare) ? [at] : [];
  });
  const [at] = columns;
  const between = words.slice(words.lastIndexOf(key.name) + key.name.length);
  const told = between.replace(/得分|总分|成绩|综合|最终|评估|分数|[，,、（(：:为是达到以的仅“”]/g, '').trim();
  const found = at === undefined || columns.length > 1 ? null : measured(table, key, at);
  if (at === undefined || !found) return null;
  const agrees = Math.abs(Number((found.value + 1e-9).toFixed(Math.min(figure.decimals, found.decimals))) - figure.value) < 1e-9;
  // Words that the score itself does not need tell of a part of it (平台建设得分), and a number of the row is one of its parts.
  if (!agrees && figure.unit === '分' && (told !== '' || isInRow(table, key, figure))) return null;
  const header = table.columns[at]?.header ?? '';
  const basis = {
    table: table.id,
    rows: key.rows.map(({ line }) => line),
    column: header,
    how: `“${key.name}”的“${header}”`,
    cells: cellsOf(table, key.rows, at),
  };
  const recomputed = agrees ? figure.quote : printNumber(found.value, found.decimals, figure.unit);
  return { figure, verdict: agrees ? 'agrees' : 'disagrees', recomputed, basis, explanations: [] };
}
