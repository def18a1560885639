import { type Answer, printNumber, type Stated } from '../figure.ts';
import { lengthOf, namesIn } from '../names.ts';
import type { Rule } from '../notice.ts';
import { halfWidth } from '../numbers.ts';
import { type MeantTable, nameOf, type TableRow } from '../table.ts';
import { requiredForms } from './required-forms.ts';

/** 缺问答、访谈、图解等其中2种形式; 缺图解、视频2种形式. */
const MISSING =
  /(?:缺少?|缺失|未提供|没有)((?:[^，。；\d]|H5)*?、(?:[^，。；\d]|H5)*?)(等)?(其中|中)?(?:的|任意)?\s*([\d一二两三四五六七八九])\s*种/;
const MOST = 2 / 3;

/** Forms of interpretation that a document lacks: as many as are listed, or as the required number leaves after those it has. */
export const missingForms: Rule = (notice) => {
  const required = requiredForms(notice);
  return {
    answers: notice.tables.flatMap((table) => {
      const told = table.rows.flatMap((row) => tellings(table, row));
      return [...told.filter(({ choice, open }) => !choice && !open).map(listedOnly), ...ofChoice(told, required)];
    }),
  };
};

interface Telling {
  figure: Stated;
  table: MeantTable;
  row: TableRow;
  forms: readonly string[];
  /** Any so many of those listed: 其中2种. */
  choice: boolean;
  open: boolean;
}

function tellings(table: MeantTable, row: TableRow): Telling[] {
  return row.cells.flatMap((cell, column): Telling[] => {
    const match = MISSING.exec(halfWidth(cell));
    const value = match ? lengthOf(match[4] as string) : null;
    if (!match || value === null) return [];
    const at = table.columns[column]?.at ?? column;
    const header = table.columns[column]?.header ?? '';
    const figure: Stated = {
      id: `m${table.source.block}.${row.line}.${at}`,
      kind: 'count',
      quote: `${match[4]}种`,
      value,
      decimals: 0,
      unit: '种',
      approximate: false,
      place: { in: 'cell', table: table.id, block: table.source.block, line: row.line, column: header, row: row.row, at },
      before: nameOf(table, row),
      after: '',
      sentence: cell,
    };
    return [{ figure, table, row, forms: namesIn(match[1] as string), choice: match[3] !== undefined, open: match[2] !== undefined }];
  });
}

const listedOnly = (telling: Telling): Answer => answerOf(telling, telling.forms.length, `列出${telling.forms.length}种`);

/** What a row does not list of the whole it has already; asked only when most rows are told that way. */
function ofChoice(told: readonly Telling[], required: number | null): Answer[] {
  const own = told.filter(({ choice }) => choice);
  const whole = Math.max(0, ...own.map(({ forms }) => forms.length));
  const longest = own.find(({ forms }) => forms.length === whole)?.forms ?? [];
  if (required === null || own.length < 2 || !own.every(({ forms }) => forms.every((form) => longest.includes(form)))) return [];
  const missing = ({ forms }: Telling): number => Math.max(0, required - (whole - forms.length));
  const hits = own.filter((telling) => telling.figure.value === missing(telling)).length;
  if (hits < own.length * MOST) return [];
  return own.map((telling) =>
    answerOf(telling, missing(telling), `应有${required}种，所列${whole}种形式中已有${whole - telling.forms.length}种`),
  );
}

function answerOf({ figure, table, row }: Telling, right: number, how: string): Answer {
  return {
    figure,
    verdict: right === figure.value ? 'agrees' : 'disagrees',
    recomputed: printNumber(right, 0, figure.unit),
    basis: { table: table.id, rows: [row.line], column: figure.place.in === 'cell' ? figure.place.column : null, how },
    explanations: [],
  };
}
