import { chineseDate } from '../../core/date.ts';
import { isLimit, limitName } from '../../core/limit.ts';
import type { FigureDefinition } from '../figure.ts';
import { counted, countOf } from '../figure-definitions.ts';
import { HANDED_OVER_NOW, HANDINGS, type Handing, SETTLED } from '../handing.ts';
import type { Attachment, Paragraph } from '../model.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { column, type TableRow } from '../table.ts';
import { figure, listed, words } from '../words.ts';
import { chapter, paragraph } from './paragraphs.ts';
import { cutoffNote, periodWord } from './verdict-words.ts';

/** Id of the table that prints every problem a notice hands over, one row each. */
export const PROBLEM_LIST = 'problem-list';

type Listed = ProblemRow & { handing: Handing };
export const isOnList = (problem: ProblemRow): problem is Listed => (problem.handing ?? null) !== null;

/**
 * 问题清单: every problem the notice hands over to its unit, and those that are with theirs already, told apart in the last
 * column. Units stand in the order of their first problem, so that each finds its own together; empty where there is none.
 */
export function problemList(snapshot: Snapshot): Attachment[] {
  const listed = snapshot.problems.filter(isOnList);
  if (listed.length === 0) return [];
  const order = [...new Set(listed.map(({ unit }) => unit))];
  const place = new Map(order.map((unit, i) => [unit, i]));
  const rows = listed.toSorted((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0)).map(rowOf);
  const columns = [
    column('number', '序号', 11, { type: 'ordinal', align: 'center' }),
    column('unit', '单位', 32),
    column('channel', '网站、账号', 30, { blank: '/' }),
    column('place', '具体位置', 27, { blank: '/' }),
    column('problem', '问题', 54),
    column('foundOn', '发现日期', 28, { align: 'center' }),
    column('limit', '规定时限', 18, { align: 'center', blank: '/' }),
    column('state', '交办情况', 25, { align: 'center' }),
  ];
  const table = { id: PROBLEM_LIST, orientation: 'landscape' as const, columns, rows, merges: [], notes: cutoffNote(snapshot) };
  return [{ title: titleOf(snapshot), table }];
}

const titleOf = (snapshot: Snapshot): string => `${periodWord(snapshot)}问题清单`;

function rowOf(problem: Listed, index: number): TableRow {
  const { channelName, categoryName, limit, withheld, carriedOver, handing } = problem;
  return {
    id: `${PROBLEM_LIST}/${problem.id}`,
    from: [problem.id],
    cells: {
      number: index + 1,
      unit: problem.unit,
      channel: channelName,
      place: withheld ? null : placeOf(problem),
      problem: withheld ? `${categoryName}（具体内容登录系统查看）` : problem.text,
      foundOn: chineseDate(problem.foundOn),
      limit: limit !== null && isLimit(limit) ? limitName(limit) : limit,
      state: `${carriedOver ? '上期结转；' : ''}${HANDINGS[handing]}`,
      // Not printed: the counts of the text rest on it.
      handing,
    },
  };
}

/** The place within the channel; nothing where it is the channel itself. */
function placeOf({ path, object, place, channelName }: ProblemRow): string | null {
  const within = path?.join('—') ?? object ?? place;
  return within === channelName ? null : within;
}

const counting = (id: string, name: string, values: readonly Handing[]): FigureDefinition =>
  counted(`list.${id}`, name, '个', countOf(PROBLEM_LIST, { column: 'handing', in: values }));
const AGAIN: readonly Handing[] = ['again', 'again_partly'];
const ALREADY = (Object.keys(HANDINGS) as Handing[]).filter((handing) => !HANDED_OVER_NOW.includes(handing) && !SETTLED.includes(handing));
const SINCE: readonly Handing[] = ['closed_since', 'exempted_since'];

const OTHERS: readonly { id: string; name: string; values: readonly Handing[] }[] = [
  { id: 'already', name: '此前已交办、尚未销号的问题', values: ALREADY },
  { id: 'fixed', name: '已整改、待销号的问题', values: ['fixed'] },
  { id: 'since', name: '截止日后已销号或豁免的问题', values: SINCE },
];

/** How many problems the list holds: handed over now, of these once more, with their units already, and settled but for the books. */
export function problemListWords(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const has = (values: readonly Handing[]): boolean => snapshot.problems.some((row) => isOnList(row) && values.includes(row.handing));
  const now = has(HANDED_OVER_NOW);
  const again = has(AGAIN);
  const anew = again ? words`，其中再次交办${figure('list.again')}` : [];
  const handed = now ? words`本期交办问题${figure('list.now')}${anew}` : [];
  const rest = OTHERS.filter(({ values }) => has(values));
  if (!now && rest.length === 0) return { paragraphs: [], figures: [] };
  const clauses = [handed, ...rest.map(({ id, name }) => words`${name}${figure(`list.${id}`)}`)].filter((clause) => clause.length > 0);
  const text = words`${listed(clauses, '；')}，逐条列在附件“${titleOf(snapshot)}”中。`;
  return {
    paragraphs: [paragraph('problems.list', 'problems', 0, null, text)],
    figures: [
      ...(now ? [counting('now', '本期交办问题', HANDED_OVER_NOW)] : []),
      ...(again ? [counting('again', '再次交办', AGAIN)] : []),
      ...rest.map(({ id, name, values }) => counting(id, name, values)),
    ],
  };
}

/** A body with the words of the list behind what it tells of problems; under a heading of their own where it tells of none. */
export function withProblemList(body: readonly Paragraph[], list: readonly Paragraph[]): Paragraph[] {
  if (list.length === 0) return [...body];
  const last = body.findLastIndex(({ part }) => part === 'problems');
  if (last !== -1) return body.toSpliced(last + 1, 0, ...list);
  const next = body.findIndex(({ part }) => part === 'requirements');
  return body.toSpliced(next === -1 ? body.length : next, 0, chapter('problems', '存在问题'), ...list);
}
