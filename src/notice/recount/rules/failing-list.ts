import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { type ReadNotice, type Rule, sameSentence } from '../notice.ts';
import { partOf, share } from '../rate.ts';
import { type MeantTable, nameOf, type TableRow } from '../table.ts';
import { countedIn, isBlankCell, populationsOf, standingOf } from '../vocabulary.ts';

/** 总体合格率70.7% of 41 says that 12 fail; the list of those that fail has its own number. */
export const failingList: Rule = (notice) => {
  const answers = notice.figures.flatMap((figure) => weigh(notice, figure) ?? []);
  const explained = new Set(answers.flatMap(({ verdict, basis }) => (verdict === 'agrees' ? [tableOf(basis)] : [])));
  // A list that one rate accounts for is of that rate's units; another rate is of some of them.
  return { answers: answers.filter(({ verdict, basis }) => verdict === 'agrees' || !explained.has(tableOf(basis))) };
};

const tableOf = (basis: Answer['basis']): string => ('table' in basis ? basis.table : '');

/** A list of problems is longer than a list of failures as a rule; only a near miss is the same list counted otherwise. */
const NEAR = 2;

function weigh(notice: ReadNotice, rate: Stated): Answer | null {
  if (rate.unit !== '%' || !/合格率|达标率|通过率/.test(rate.before)) return null;
  const base = baseOf(notice, rate);
  const part = base === null ? null : partOf(rate.value, base.value, rate.decimals);
  if (base === null || part === null || part === base.value) return null;
  const kinds = populationsOf(`${rate.before} ${base.before} ${base.after}`);
  const weighed = notice.tables.flatMap((table) => against(table, rate, base, part, kinds) ?? []);
  // Of several lists one may be of another time or kind: the one that accounts for the rate is meant.
  return weighed.find(({ verdict }) => verdict === 'agrees') ?? (weighed.length === 1 ? (weighed[0] ?? null) : null);
}

function against(table: MeantTable, rate: Stated, base: Stated, part: number, kinds: ReadonlySet<string>): Answer | null {
  const list = failuresOf(table);
  const listed = populationsOf(table.id.includes('·') ? table.id : table.title);
  if (!list || table.partial || /上[月季期次年半]|去年|整改/.test(table.title) || !covers(kinds, listed)) return null;
  const failing = base.value - part;
  const counts = [list.rows.length, namesIn(table, list.rows)];
  const basis = {
    table: table.id,
    rows: list.rows.map(({ line }) => line),
    column: list.column,
    how: `${base.value} − ${part} = ${failing}，${table.id}${list.how}${[...new Set(counts)].join('行、')}${counts[0] === counts[1] ? '行' : '个'}`,
  };
  if (counts.includes(failing)) return { figure: rate, verdict: 'agrees', recomputed: rate.quote, basis, explanations: [] };
  // A list of sites and accounts together is longer than the failures of either.
  const mixed = [...listed].filter((kind) => !GROUPS.has(kind)).length > 1 && /[和与及、]/.test(table.title);
  if (mixed || isPartOfAll(rate, base, table) || (!list.strict && Math.abs((counts[0] as number) - failing) > NEAR)) return null;
  const right = printNumber(share(base.value - (counts[0] as number), base.value, rate.decimals), rate.decimals, '%');
  return {
    figure: rate,
    verdict: 'disagrees',
    recomputed: right,
    basis,
    explanations: [...excluded(table, list.rows, failing), `如果名单中有未纳入基数${base.value}的（例如未备案），应单列说明`],
  };
}

/** 其中抽查市直部门14家: a rate of some of those that the list is of. */
function isPartOfAll(rate: Stated, base: Stated, table: MeantTable): boolean {
  const before = rate.sentence.slice(0, Math.max(0, rate.sentence.indexOf(base.quote)));
  const titled = populationsOf(table.title);
  return /其中/.test(before) || [...populationsOf(base.before + base.after)].some((kind) => GROUPS.has(kind) && !titled.has(kind));
}
const GROUPS: ReadonlySet<string> = new Set(['town', 'department']);

function baseOf(notice: ReadNotice, rate: Stated): Stated | null {
  const isBase = (figure: Stated): boolean =>
    figure.unit !== '%' && !figure.approximate && countedIn(figure.before) === 'all' && !/其中/.test(figure.before);
  const kinds = populationsOf(rate.before);
  const same = (figure: Stated): boolean =>
    kinds.size === 0 || [...populationsOf(figure.before + figure.after)].some((kind) => kinds.has(kind));
  const near = sameSentence(notice, rate).filter((figure) => isBase(figure) && figure !== rate);
  return near.find((figure) => same(figure) && partOf(rate.value, figure.value, rate.decimals) !== null) ?? null;
}

const covers = (kinds: ReadonlySet<string>, listed: ReadonlySet<string>): boolean => [...kinds].some((kind) => listed.has(kind));

interface Failures {
  rows: readonly TableRow[];
  column: string | null;
  how: string;
  /** The table says itself that these fail. */
  strict: boolean;
}

function failuresOf(table: MeantTable): Failures | null {
  const veto = table.columns.findIndex(({ header }) => /否决|是否不合格/.test(header));
  if (veto >= 0)
    return {
      rows: table.rows.filter((row) => /^(?:是|√|有)$/.test(row.cells[veto] ?? '')),
      column: table.columns[veto]?.header ?? null,
      how: '否决的',
      strict: true,
    };
  const standing = table.columns.findIndex(({ kind }) => kind === 'standing');
  if (standing >= 0) {
    const rows = table.rows.filter((row) => standingOf(row.cells[standing] ?? '') === 'fail');
    // Only a list of nothing but failures is one; a table of all is counted where its verdicts are.
    return rows.length === 0 || rows.length < table.rows.length
      ? null
      : { rows, column: table.columns[standing]?.header ?? null, how: '不合格的', strict: true };
  }
  if (/不合格/.test(table.title)) return { rows: table.rows, column: null, how: '列有', strict: true };
  // Problems that stand out may each fail a site; a list of any problems says nothing of failing.
  return /(?:突出|严重)问题.*(?:名单|清单)|(?:名单|清单).*(?:突出|严重)问题/.test(table.title)
    ? { rows: table.rows, column: null, how: '列有', strict: false }
    : null;
}

/** Names of a list, two in one cell counted as two. */
const namesIn = (table: MeantTable, rows: readonly TableRow[]): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      Math.max(
        1,
        nameOf(table, row)
          .split(/\n|<br>|[、；;]/)
          .filter((name) => !isBlankCell(name)).length,
      ),
    0,
  );

/** Kinds of rows without which the list would be as long as the rate says. */
function excluded(table: MeantTable, rows: readonly TableRow[], wanted: number): string[] {
  const found = new Set<string>();
  table.columns.forEach(({ kind, header }, at) => {
    if (kind !== 'text' || at === table.name) return;
    const groups = new Map<string, number>();
    for (const row of rows) groups.set(row.cells[at] ?? '', (groups.get(row.cells[at] ?? '') ?? 0) + 1);
    for (const [value, count] of groups)
      if (rows.length - count === wanted && value.length > 2 && value.length <= 30 && !/\d/.test(value) && /问题|情形|原因/.test(header))
        found.add(`不计“${value}”的${count}行，则为${wanted}`);
  });
  return [...found];
}
