import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import { isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Severity } from '../../text/finding.ts';
import { faultsOfEntry, WORDING_LISTS, type WordingEntry, type WordingList } from '../../text/review/area-lists.ts';
import { PHRASE_KINDS, type PhraseKind } from '../../text/wording/phrase.ts';
import { Remarks } from '../import/remarks.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import type { Sheet } from '../import/workbook/sheet.ts';

/** Column titles; the first is the one the export writes and messages use. */
const TITLES = {
  list: ['词表', '类型', '表名'],
  term: ['词语', '表述', '错误写法', '用语', '词'],
  right: ['正确写法', '应为', '替代表述'],
  others: ['例外或者别名', '例外', '别名', '允许的写法'],
  severity: ['等级', '级别'],
  kind: ['表述类别', '类别'],
  validFrom: ['启用日期', '起始日期'],
  validTo: ['止用日期', '截止日期'],
  note: ['备注', '说明', '来源'],
} as const;
type Field = keyof typeof TITLES;
const FIELDS = Object.keys(TITLES) as Field[];
const WIDTHS: Readonly<Record<Field, number>> = {
  list: 12,
  term: 36,
  right: 30,
  others: 30,
  severity: 8,
  kind: 14,
  validFrom: 14,
  validTo: 14,
  note: 30,
};
const MOST_ROWS = 20_000;
const HEAD: CellStyle = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } } };
const SEVERITIES: readonly string[] = ['1', '2', '3', '4'];

/** The lists as a workbook that `readListFile` reads back to the same entries. */
export async function writeListFile(entries: readonly WordingEntry[]): Promise<Uint8Array> {
  const rows = entries.map(({ list, term, right, others, severity, kind, validFrom, validTo, note }) => [
    WORDING_LISTS[list],
    term,
    right ?? '',
    others.join('|'),
    String(severity),
    list === 'phrase' ? PHRASE_KINDS[kind] : '',
    validFrom ?? '',
    validTo ?? '',
    note,
  ]);
  return writeXlsx({
    sheets: [
      {
        name: '词表',
        columns: FIELDS.map((field) => ({ width: WIDTHS[field] })),
        rows: [FIELDS.map((field) => TITLES[field][0]), ...rows],
        cells: new Map(FIELDS.map((_field, i) => [`0,${i}`, { style: HEAD }])),
        freezePane: { rows: 1 },
        dataValidations: [
          { type: 'list', values: Object.values(WORDING_LISTS), range: `A2:A${MOST_ROWS}`, allowBlank: true },
          { type: 'list', values: [...SEVERITIES], range: `E2:E${MOST_ROWS}`, allowBlank: true },
        ],
      },
    ],
  });
}

/**
 * Entries from a table (.xlsx, .xls, .ods, .csv). Throws MingchaError 'bad-input' naming every wrong row and cell and what would be
 * right there; then nothing is taken.
 */
export function readListFile(bytes: Uint8Array, name: string): WordingEntry[] {
  const remarks = new Remarks();
  const [sheet] = readWorkbook(bytes, name).filter(({ rows }) => rows.length > 0);
  const entries = sheet ? entriesOf(sheet, remarks) : [];
  if (remarks.faultCount === 0 && entries.length === 0) remarks.fault({ sheet: name, message: '没有写任何词语' });
  if (entries.length > MOST_ROWS) remarks.fault({ sheet: name, message: `有 ${entries.length} 行，超过 ${MOST_ROWS} 行的上限` });
  if (remarks.faultCount === 0) return entries;
  throw new MingchaError(
    'bad-input',
    `词表 ${name} 有 ${remarks.faultCount} 处不对，没有导入任何一条。`,
    '请按提示改正后重新导入；表格至少要有“词表”和“词语”两列，可以先导出一份作样子。',
    { faults: remarks.faults },
  );
}

function entriesOf(sheet: Sheet, remarks: Remarks): WordingEntry[] {
  const isTitle = (text: string, field: Field): boolean => (TITLES[field] as readonly string[]).includes(text.trim());
  const head = sheet.rows.find(({ cells }) => cells.some(({ text }) => isTitle(text, 'term')));
  const at = Object.fromEntries(FIELDS.map((field) => [field, head?.cells.findIndex(({ text }) => isTitle(text, field)) ?? -1])) as Record<
    Field,
    number
  >;
  if (head === undefined || at.list < 0) {
    remarks.fault({ sheet: sheet.name, row: head?.number ?? 1, message: '没有找到表头，应有“词表”和“词语”两列' });
    return [];
  }
  const seen = new Map<string, number>();
  return sheet.rows.flatMap(({ number: row, cells }): WordingEntry[] => {
    const cell = (field: Field): string => (at[field] < 0 ? '' : (cells[at[field]]?.text ?? '').trim());
    if (row <= head.number || FIELDS.every((field) => cell(field) === '')) return [];
    const wrong = (field: Field, message: string): void =>
      remarks.fault({ sheet: sheet.name, row, field: TITLES[field][0], value: cell(field).slice(0, 40), message });
    const list = codeOf(WORDING_LISTS, cell('list')) as WordingList | undefined;
    if (!list) wrong('list', `应为${Object.values(WORDING_LISTS).join('、')}之一`);
    if (cell('severity') !== '' && !SEVERITIES.includes(cell('severity'))) wrong('severity', '应为 1、2、3、4；不填为 3');
    const kind = cell('kind') === '' ? 'term' : (codeOf(PHRASE_KINDS, cell('kind')) as PhraseKind | undefined);
    if (!kind) wrong('kind', `应为${Object.values(PHRASE_KINDS).join('、')}之一；不填为政务用语`);
    for (const field of ['validFrom', 'validTo'] as const)
      if (cell(field) !== '' && !isCalendarDate(cell(field))) wrong(field, '日期写成 2024-03-21 的形式，没有就空着');
    if (!list || !kind) return [];
    const entry: WordingEntry = {
      list,
      term: cell('term'),
      right: cell('right') || null,
      others: cell('others')
        .split(/[|｜]/)
        .map((part) => part.trim())
        .filter(Boolean),
      severity: Number(cell('severity') || 3) as Severity,
      kind,
      validFrom: cell('validFrom') || null,
      validTo: cell('validTo') || null,
      note: cell('note'),
    };
    for (const { field, message } of faultsOfEntry(entry)) wrong(field, message);
    const before = seen.get(`${list} ${entry.term}`);
    if (before !== undefined) wrong('term', `与第 ${before} 行重复，应只留一行`);
    seen.set(`${list} ${entry.term}`, row);
    return [entry];
  });
}

const codeOf = (names: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.entries(names).find(([code, name]) => name === text || code === text)?.[0];
