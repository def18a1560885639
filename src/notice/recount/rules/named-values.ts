import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { cellsOf, type MeantTable } from '../table.ts';
import { isInRow, type Key, keysOf, type Measure, measured, measuresOf } from './named-keys.ts';

/** 县水利局3个、县住建局2个; 错别字8处、错链6处; 甲、乙得分分别为95分、93分: numbers behind names against the rows of those names. */
export const namedValues: Rule = (notice) => {
  const tables = notice.tables.map((table) => ({ table, keys: keysOf(table) }));
  return {
    answers: notice.text.paragraphs.flatMap(({ block, text }) => {
      const figures = inParagraph(notice, block).filter(({ approximate }) => !approximate);
      return [...new Set(figures.map(({ sentence }) => sentence))].flatMap((sentence) => {
        const own = figures.filter((figure) => figure.sentence === sentence);
        return tables.flatMap(({ table, keys }) => weigh(table, [...pairsOf(table, keys, own, text), ...respectively(table, keys, own)]));
      });
    }),
  };
};

interface Pair {
  figure: Stated;
  key: Key;
  /** The column whose head stands between name and number. */
  named: number | null;
}

/** Two pairs that fit one measure, or one where the sentence names the column, say that it is read; the others of that unit of measure must then fit too. */
function weigh(table: MeantTable, pairs: readonly Pair[]): Answer[] {
  const kinds = new Set(pairs.map(kindOf));
  return [...kinds].flatMap((kind) => {
    const own = pairs.filter((pair) => kindOf(pair) === kind);
    const measures = measuresOf(
      table,
      own.map(({ key }) => key),
    );
    const isNamed = (measure: Measure): boolean => own.some(({ named }) => named === measure);
    const best = measures
      .map((measure) => ({ measure, hits: own.filter((pair) => fits(table, pair, measure)).length }))
      .sort((a, b) => b.hits - a.hits || Number(isNamed(b.measure)) - Number(isNamed(a.measure)))[0];
    if (!best || best.hits < (isNamed(best.measure) ? 1 : 2) || best.hits < own.length * (isNamed(best.measure) ? 0.5 : 0.6)) return [];
    return own.flatMap((pair) => answerOf(table, best.measure, pair) ?? []);
  });
}

/** Words of one column with numbers of one unit of measure are read alike. */
const kindOf = ({ figure, key }: Pair): string => `${key.column} ${figure.unit}`;

/** A drop may be told without its sign, a share with fewer decimals than its cell. */
function fits(table: MeantTable, { figure, key }: Pair, measure: Measure): boolean {
  const found = measured(table, key, measure);
  if (!found) return false;
  const told = Math.abs(found.value) + 1e-9;
  return Number(told.toFixed(Math.min(figure.decimals, found.decimals))) === Math.abs(figure.value);
}

const TAIL = /(?:共计?|累计|合计|总计|为|有|达到?|仅|的|[：:（(])$/;

/** Figures right behind a name, whole; a short verb or the head of a column may stand between. */
function pairsOf(table: MeantTable, keys: readonly Key[], figures: readonly Stated[], text: string): Pair[] {
  const heads = table.columns
    .map(({ header }, at) => ({ at, text: header.replace(/[（(].*|\s/g, '') }))
    .filter(({ text }) => text.length >= 2);
  return figures.flatMap((figure): Pair[] => {
    const words = wordsOf(figure, text).replace(/[“”]/g, '').trim();
    const short = words.replace(TAIL, '');
    const head = heads.find((one) => short.endsWith(one.text));
    const ends = [words, short, ...(head ? [short.slice(0, -head.text.length)] : [])];
    const named = keys.filter(({ name }) => ends.some((end) => end.endsWith(name)));
    const [longest] = named.sort((a, b) => b.name.length - a.name.length || b.rows.length - a.rows.length);
    return longest ? [{ figure, key: longest, named: head?.at ?? null }] : [];
  });
}

/** 甲局（87.72%）、乙局（128条）: a number alone in a bracket belongs to the name before it. */
function wordsOf(figure: Stated, text: string): string {
  if (figure.place.in !== 'text' || figure.before.trim() !== '') return figure.before;
  const head = /([^，。；、：（(\s]{2,30})[（(]\s*$/.exec(text.slice(Math.max(0, figure.place.start - 34), figure.place.start));
  return head && /^\s*[)）]/.test(text.slice(figure.place.end)) ? (head[1] as string) : figure.before;
}

/** 甲、乙、丙得分分别为95分、93分、90分: as many names in a row as there are numbers behind 分别. */
function respectively(table: MeantTable, keys: readonly Key[], figures: readonly Stated[]): Pair[] {
  const from = figures.findIndex(({ before }) => /分别(?:为|是|达到?|有|得|占)?[^，。；\d]{0,6}$/.test(before));
  const first = figures[from];
  if (!first) return [];
  const run = figures.slice(from).filter(({ unit, before }, i) => unit === first.unit && (i === 0 || before === ''));
  const at = first.sentence.lastIndexOf('分别', first.sentence.indexOf(first.before) + first.before.length);
  const names = namesInRow(keys, first.sentence.slice(0, Math.max(0, at)), run.length);
  // 降幅 is told of a column headed 增幅, without its sign.
  const tail = /([\p{Script=Han}]{2,4})$/u.exec(first.sentence.slice(0, Math.max(0, at)))?.[1] ?? '';
  const column = table.columns.findIndex(({ header }) => header.includes(tail) || (tail.endsWith('幅') && header.endsWith('幅')));
  const named = tail === '' || column < 0 ? null : column;
  return run.length < 2 || names.length !== run.length ? [] : run.map((figure, i) => ({ figure, key: names[i] as Key, named }));
}

/** The last names of one column that stand in a row with nothing but 、 or 和 between. */
function namesInRow(keys: readonly Key[], words: string, length: number): Key[] {
  const text = words.replace(/[“”]/g, '');
  const found = keys
    .flatMap((key) => placesOf(text, key.name).map((index) => ({ key, index })))
    .sort((a, b) => a.index - b.index || b.key.name.length - a.key.name.length)
    .filter(({ key, index }, i, all) => !all.slice(0, i).some((one) => one.index + one.key.name.length > index && one.key !== key));
  const last = found.slice(-length);
  const inRow = last.every(({ key, index }, i) => {
    const next = last[i + 1];
    return !next || (next.key.column === key.column && /^[、，和及与]$/.test(text.slice(index + key.name.length, next.index)));
  });
  return inRow && new Set(last.map(({ key }) => key)).size === length ? last.map(({ key }) => key) : [];
}

function placesOf(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at);
  return found;
}

function answerOf(table: MeantTable, measure: Measure, pair: Pair): Answer | null {
  const { figure, key } = pair;
  const found = measured(table, key, measure);
  if (!found) return null;
  const header = measure === 'rows' ? null : (table.columns[measure]?.header ?? '');
  const basis = {
    table: table.id,
    rows: key.rows.map(({ line }) => line),
    column: header,
    how: header === null ? `“${key.name}”共${key.rows.length}行` : `“${key.name}”的“${header}”${key.rows.length > 1 ? '合计' : ''}`,
    cells: measure === 'rows' ? [] : cellsOf(table, key.rows, measure),
  };
  const agrees = fits(table, pair, measure);
  if (!agrees && isInRow(table, key, figure)) return null;
  const recomputed = agrees ? figure.quote : printNumber(found.value, found.decimals, figure.unit);
  return { figure, verdict: agrees ? 'agrees' : 'disagrees', recomputed, basis, explanations: [] };
}
