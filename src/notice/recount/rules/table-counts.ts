import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { inParagraph, type ReadNotice, type Rule, sameSentence } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';
import { type MeantTable, nameOf, type TableRow } from '../table.ts';
import { startOf } from '../text-figures.ts';
import { type Counted, countedIn, isBlankCell, likeness, populationsOf, standingOf } from '../vocabulary.ts';
import { otherBase } from './other-base.ts';

/** Rows of one table that a figure may count, with the ways of counting them. */
interface Selection {
  table: MeantTable;
  rows: readonly TableRow[];
  /** How surely the figure speaks of these rows, from 0. */
  fit: number;
}

/** 合格36家, 16个乡镇, 已整改10个: a count against the rows of the table that lists the same things. */
export const tableCounts: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const figure of notice.figures) {
    if (figure.place.in !== 'text' || figure.unit === '%' || figure.approximate) continue;
    if (!/^(?:家|个|户|处|件|项|篇|条)$/.test(figure.unit)) continue;
    const answer = weigh(notice, figure);
    if (answer) answers.push(answer, ...rateBeside(notice, figure, answer));
  }
  return { answers };
};

function weigh(notice: ReadNotice, figure: Stated): Counts | null {
  const counted = countedIn(figure.before);
  const options = selections(notice, figure).flatMap((selection) =>
    countings(selection, counted).map((counting) => ({ ...selection, ...counting })),
  );
  const fits = options.filter(({ counting }) => counting.length === figure.value).sort((a, b) => b.fit - a.fit)[0];
  if (fits) return { ...answerOf(figure, 'agrees', fits, []), base: judged(fits), part: fits.counting.length, table: fits.table };
  const best = options.sort((a, b) => b.fit - a.fit || b.counting.length - a.counting.length)[0];
  const isKnown = best !== undefined && counted === 'all' && best.fit === 3 && isWholeKnown(notice, figure, best.table);
  if (
    !best ||
    best.fit < 2 ||
    (counted === 'all' && !isKnown) ||
    counted === 'problem' ||
    (!isKnown && hasOtherBase(notice, figure, best.rows.length))
  )
    return null;
  const explanations = options
    .filter((option) => option !== best && option.fit === best.fit)
    .map((option) => `若只计${option.how}，为${option.counting.length}${figure.unit}`);
  return { ...answerOf(figure, 'disagrees', best, explanations), base: judged(best), part: best.counting.length, table: best.table };
}

/** The notice says how many there are of all, and the table lists as many: then each kind of them can be counted. */
const isWholeKnown = ({ figures }: ReadNotice, figure: Stated, { rows, partial }: MeantTable): boolean =>
  !partial &&
  rows.length >= 5 &&
  isPlain(figure) &&
  figures.some(({ value, unit, before }) => value === rows.length && unit === figure.unit && /全|共|对|检查/.test(before));

/** 乡镇16个, 其中县直部门25个: nothing is said of them but what they are; of those chosen for something the words say more. */
const isPlain = ({ before, after }: Stated): boolean =>
  PLAIN.test(before.replace(/[\s：:（(“”"]/g, '')) && !/^[^，。；、]{0,12}(?:为|未|被|获|存在|没|[和与及].*\d)/.test(after);
const PLAIN =
  /^(?:其中|包括|含|共有?|有|分别|涉及|检查|抽查|监测|考核|测评|评估|参评|参加|纳入|对|全[省市县区州]|[省市县区]直|[省市县区]级|乡镇|乡|镇|街道|部门|单位|网站|政府|门户|政务|新媒体|账号|帐号|微信|微博|公众号|抖音|头条|视频号|快手|客户端|[（）()和及])*$/;

/** Rows that have a verdict: a line without one has nothing of this kind. */
function judged({ table, rows }: Selection): number {
  const at = table.columns.findIndex(({ kind }) => kind === 'standing');
  return at < 0 ? rows.length : rows.filter((row) => !isBlankCell(row.cells[at] ?? '')).length;
}

/** The paragraph names its own base, of another size than the table: the table lists others, or some only. */
const hasOtherBase = (notice: ReadNotice, figure: Stated, rows: number): boolean =>
  figure.place.in === 'text' &&
  inParagraph(notice, figure.place.block).some(
    (other) =>
      other !== figure &&
      other.unit === figure.unit &&
      other.value >= figure.value &&
      other.value !== rows &&
      countedIn(other.before) === 'all' &&
      /检查|抽查|监测|共|全|备案|运行|应/.test(other.before),
  );

type Counts = Answer & { base: number; part: number; table: MeantTable };

function answerOf(figure: Stated, verdict: Answer['verdict'], found: Selection & Counting, explanations: string[]): Answer {
  const how = `${found.table.id}共${found.rows.length}行，${found.how}${found.counting.length}行`;
  const rows = found.counting.map(({ line }) => line);
  return {
    figure,
    verdict,
    recomputed: printNumber(found.counting.length, 0, figure.unit),
    basis: { table: found.table.id, rows, column: null, how },
    explanations,
  };
}

/** The rate that stands right behind a count of the same rows: 合格36家，合格率87.8%. */
function rateBeside(notice: ReadNotice, figure: Stated, { base, part, table }: Counts): Answer[] {
  if (countedIn(figure.before) !== 'pass') return [];
  const behind = sameSentence(notice, figure).find((other) => startOf(other) > startOf(figure));
  if (behind?.unit !== '%' || !/率/.test(behind.before) || base === 0) return [];
  const agrees = roundingOf(behind.value, part, base, behind.decimals) !== null;
  const basis = { table: table.id, rows: [], column: null, how: `${part} ÷ ${base}` };
  const recomputed = printNumber(share(part, base, behind.decimals), behind.decimals, '%');
  const explanations = agrees ? [] : otherBase(behind, figure.value);
  return [{ figure: behind, verdict: agrees ? 'agrees' : 'disagrees', recomputed, basis, explanations }];
}

/** Rows a figure may speak of, table by table: by what the table lists, or by a column that sorts its rows. */
function selections(notice: ReadNotice, figure: Stated): Selection[] {
  const words = wordsOf(figure);
  const kinds = populationsOf(words);
  const found = notice.tables.flatMap((table): Selection[] => {
    const own = populationsOf(table.id.includes('·') ? table.id : `${table.title} ${table.columns[table.name ?? 0]?.header ?? ''}`);
    const sorted = sortedBy(table, words);
    if (sorted) return [{ table, rows: sorted, fit: 3 }];
    const shared = [...kinds].filter((kind) => own.has(kind));
    // A figure on one platform is not about a table of several, unless a column tells them apart.
    if (kinds.size > 0 && shared.length === 0) return [];
    const exact = shared.length > 0 && own.size <= 2 ? 2 : shared.length > 0 ? 1 : 0;
    return [{ table, rows: table.rows, fit: exact + likeness(figure.before, table.title) }];
  });
  return found.filter(({ fit }) => fit > 0.3);
}

/** 网站专栏合格19家，不合格3家: a clause that names nothing goes on about what the sentence named last. */
function wordsOf(figure: Stated): string {
  const own = figure.before + figure.after;
  if (populationsOf(own).size > 0 || countedIn(figure.before) === 'all') return own;
  const before = figure.sentence.slice(0, Math.max(0, figure.sentence.indexOf(`${figure.before}${figure.quote}`)));
  const last = before.split(/[，、；]/).findLast((clause) => populationsOf(clause).size > 0);
  return `${last ?? ''}${own}`;
}

/** Rows whose cell in a column of few different words is named in the figure's own words. */
function sortedBy(table: MeantTable, words: string): readonly TableRow[] | null {
  for (let at = 0; at < table.columns.length; at += 1) {
    if (table.columns[at]?.kind !== 'text' || at === table.name) continue;
    const values = [...new Set(table.rows.map((row) => row.cells[at] ?? ''))].filter(
      (value) => value.length >= 2 && value.length <= 8 && !isBlankCell(value),
    );
    if (values.length === 0 || values.length > 8) continue;
    const value = values.filter((one) => words.includes(one)).sort((a, b) => b.length - a.length)[0];
    if (value) return table.rows.filter((row) => row.cells[at] === value);
  }
  return null;
}

interface Counting {
  counting: readonly TableRow[];
  how: string;
}

function countings({ table, rows }: Selection, counted: Counted): Counting[] {
  const at = table.columns.findIndex(({ kind }) => kind === 'standing');
  const standing = (row: TableRow) => standingOf(row.cells[at] ?? '');
  if (counted === 'pass') {
    if (at < 0) return [];
    return [
      { counting: rows.filter((row) => standing(row) === 'pass' || standing(row) === 'clean'), how: '不含“不合格”' },
      { counting: rows.filter((row) => standing(row) === 'pass'), how: '“合格”' },
    ];
  }
  if (counted === 'fail') return at < 0 ? [] : [{ counting: rows.filter((row) => standing(row) === 'fail'), how: '“不合格”' }];
  const problem = table.columns.findIndex(({ header }) => /问题/.test(header));
  const withProblem = problem < 0 ? [] : [{ counting: rows.filter((row) => !isBlankCell(row.cells[problem] ?? '')), how: '有问题的' }];
  if (counted === 'problem') return withProblem;
  const names = new Set(rows.map((row) => nameOf(table, row)));
  const first = rows.filter((row, i) => rows.findIndex((other) => nameOf(table, other) === nameOf(table, row)) === i);
  return [{ counting: rows, how: '全部' }, ...(names.size < rows.length ? [{ counting: first, how: '名称不重复的' }] : [])];
}
