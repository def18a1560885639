import { type CalendarDate, isCalendarDate } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import type { Severity } from '../finding.ts';

/** What a fixed wording is (规范表述的类别). */
export const PHRASE_KINDS = {
  core: '重要提法',
  organ: '机构名称',
  law: '法律法规名称',
  document: '文件名称',
  campaign: '专项工作名称',
  term: '政务用语',
  idiom: '成语',
} as const;
export type PhraseKind = keyof typeof PHRASE_KINDS;

/** One row of the table of fixed wordings (规范表述库). */
export interface Phrase {
  /** As it must be spelled; may hold 、 “” 《》. At least three letters. */
  text: string;
  kind: PhraseKind;
  /** First day it is right; null where it always was. */
  validFrom: CalendarDate | null;
  /** Last day it is right; null where it still is. After it the wording is told as outdated. */
  validTo: CalendarDate | null;
  /** Other spellings that are right too (简称、允许的写法): never told. */
  aliases: readonly string[];
  severity: Severity;
  /** What took its place. */
  replacedBy: string | null;
  /** Where the row comes from, for the reviewer. */
  note: string;
}

const COLUMNS = ['text', 'kind', 'from', 'to', 'aliases', 'severity', 'replaced-by', 'note'] as const;

/**
 * Reads the table: one row a line, columns by tab (`text kind from to aliases severity replaced-by note`), aliases divided by `|`,
 * empty cells for "none". Lines that begin with `#` and the header are skipped.
 * @throws bad-input that names every wrong row and says what would be right.
 */
export function parsePhrases(table: string): Phrase[] {
  const faults: InputFault[] = [];
  const rows = dataRows(table).map(({ cells, row }) => {
    const [text = '', kind = '', from = '', to = '', aliases = '', severity = '', replacedBy = '', note = ''] = cells;
    const fault = (field: (typeof COLUMNS)[number], value: string, message: string): void => {
      faults.push({ row, field, value, message });
    };
    if (text.trim().length < 3) fault('text', text, '表述至少三个字');
    if (!Object.hasOwn(PHRASE_KINDS, kind)) fault('kind', kind, `类别只能是${Object.keys(PHRASE_KINDS).join('、')}`);
    if (from !== '' && !isCalendarDate(from)) fault('from', from, '起始日期写成 2018-03-21 的形式，没有就空着');
    if (to !== '' && !isCalendarDate(to)) fault('to', to, '截止日期写成 2018-03-21 的形式，没有就空着');
    if (!/^[1-4]$/.test(severity)) fault('severity', severity, '等级只能是 1、2、3、4');
    return {
      text: text.trim(),
      kind: kind as PhraseKind,
      validFrom: from || null,
      validTo: to || null,
      aliases: aliases.split('|').filter(Boolean),
      severity: Number(severity) as Severity,
      replacedBy: replacedBy || null,
      note,
    };
  });
  if (faults.length > 0)
    throw new MingchaError('bad-input', `规范表述库有${faults.length}处不对。`, '请按每行的提示改正后再用。', { faults });
  return rows;
}

/** Lines with cells, numbered as an editor shows them. */
export function dataRows(table: string): Array<{ row: number; cells: string[] }> {
  return table
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, i) => ({ row: i + 1, cells: line.split('\t') }))
    .filter(
      ({ cells }) => cells.join('').trim() !== '' && !(cells[0] as string).startsWith('#') && !HEADERS.has(cells.slice(0, 2).join(' ')),
    );
}

const HEADERS: ReadonlySet<string> = new Set(['text kind', 'wrong right']);
