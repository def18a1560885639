import { SHEET_SPECS } from '../sheets/catalogue.ts';
import { titleKey } from '../sheets/header.ts';

/** A table put together again from text that holds one cell a line. */
export interface FlattenedTable {
  /** Place of its first and behind its last line. */
  from: number;
  to: number;
  rows: readonly (readonly string[])[];
}

type CellKind = 'order' | 'number' | 'standing' | 'remark' | 'text';

const [NARROWEST, WIDEST] = [3, 16];
const LEAST_ROWS = 2;
const LONGEST_TITLE = 18;
const STANDING = /^(合格|不合格|无问题|达标|不达标|是|否|优秀|良好|一般|较差|正常|异常|√|×|已整改|未整改|有|无)$/;
/** Words a remark about something wrong has and a name has not. */
const FAULT_WORDS = /[，。；：“]|未|不|错|缺|超|较|存在|没有/;
const NUMBER = /^[\d,，.．]+([%％]|[家个条件次项篇处人分])?$/;
/** Known titles of every kind of sheet, what is never taken in included: any of them heads a column. */
const TITLES = new Set(
  SHEET_SPECS.flatMap(({ fields, ignored }) => [
    ...Object.values(fields).flatMap(({ title, synonyms }) => [title, ...(synonyms ?? [])]),
    ...ignored,
  ]).map(titleKey),
);
const ORDER_TITLE = /^(序号|编号|名次|排名)$/;

/** What stands behind the last cell of a table: the next part of the document, not a cell. */
const END =
  /^(附 ?件|备注|说明|注)[\d一二三四五六七八九十]*[:：.．、]|^(附件|附表) ?[\d一二三四五六七八九十]+$|。$|^\d{4}年\d{1,2}月\d{1,2}日$|^(抄送|印发|全部留言|评论|上一篇|下一篇)/;

const isTitle = (line: string): boolean => {
  const key = titleKey(line);
  return (
    line.length <= LONGEST_TITLE &&
    !STANDING.test(line) &&
    (TITLES.has(key) || ORDER_TITLE.test(key) || /(名称|单位|账号|结果|问题|数|情况|日期|时间|比例|率)$/.test(key))
  );
};

/** Every table that a run of lines seems to hold. The user has to confirm each: cells that were blank or merged left no trace. */
export function flattenedTables(lines: readonly string[]): FlattenedTable[] {
  const found: FlattenedTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const width = headWidth(lines, at);
    if (width < NARROWEST) continue;
    const table = fill(lines, at, width);
    if (table === null || table.rows.length <= LEAST_ROWS) continue;
    found.push(table);
    at = table.to - 1;
  }
  return found;
}

/** How many lines from here on are titles; at least two of three must be known ones. */
function headWidth(lines: readonly string[], from: number): number {
  let width = 0;
  while (width < WIDEST && isTitle(lines[from + width] ?? '')) width++;
  const known = lines.slice(from, from + width).filter((line) => TITLES.has(titleKey(line)) || ORDER_TITLE.test(titleKey(line))).length;
  return known * 3 >= width * 2 ? width : 0;
}

function kindOf(title: string): CellKind {
  const key = titleKey(title);
  if (ORDER_TITLE.test(key)) return 'order';
  if (/^(检查|巡查|监测|考核|评估)?结果$|^是否|等次$/.test(key)) return 'standing';
  if (/问题|备注|说明/.test(key)) return 'remark';
  return /(数|条数|任务|率|比例|占比|得分|总分|错情)$/.test(key) ? 'number' : 'text';
}

function fits(kind: CellKind, cell: string): boolean {
  switch (kind) {
    case 'order':
      return /^\d{1,4}$/.test(cell);
    case 'number':
      return NUMBER.test(cell) || /^(\/|-+|—+)$/.test(cell);
    case 'standing':
      return STANDING.test(cell);
    case 'remark':
      return cell.length > 6 && !NUMBER.test(cell) && FAULT_WORDS.test(cell);
    case 'text':
      return !STANDING.test(cell) && !/^\d{1,4}$/.test(cell);
  }
}

/**
 * Puts the cells back. A cell that does not fit its column leaves that column blank, if it may be (results and remarks); a
 * `/` stands for a whole group (no account, so no result either); after the last column a row without its own number
 * belongs to the merged cells above it.
 */
function fill(lines: readonly string[], from: number, width: number): FlattenedTable | null {
  const head = lines.slice(from, from + width);
  const kinds = head.map(kindOf);
  const numbered = kinds[0] === 'order';
  const keys = kinds.findIndex((kind, i) => kind !== 'order' && i > 0 && kind === 'text' && !/单位|地区|乡镇|部门/.test(head[i] as string));
  const keyWidth = numbered && keys > 0 ? keys : 0;
  const rows: string[][] = [[...head]];
  let row: string[] | null = null;
  let column = 0;
  let next = 1;
  let at = from + width;
  for (; at < lines.length; at++) {
    const cell = lines[at] as string;
    if (END.test(cell) || cell.length > 120) break;
    const opens = numbered ? cell === String(next) && (row === null || column !== 0) : row === null || column >= width;
    if (opens) {
      row = Array(width).fill('') as string[];
      rows.push(row);
      column = 0;
      if (numbered) next++;
    } else if (row === null) return null;
    let place = placeOf(kinds, column, cell);
    if (place === null && keyWidth > 0) {
      row = [...(row as string[]).slice(0, keyWidth), ...(Array(width - keyWidth).fill('') as string[])];
      rows.push(row);
      place = placeOf(kinds, keyWidth, cell);
    }
    if (place === null && !numbered) {
      row = Array(width).fill('') as string[];
      rows.push(row);
      place = placeOf(kinds, 0, cell);
    }
    if (place === null) break;
    (row as string[])[place] = cell;
    column = cell === '/' ? groupEnd(kinds, place) : place + 1;
  }
  return { from, to: at, rows };
}

/** The column a cell goes to from here on; null when a column that may not be blank stands in its way, or none is left. */
function placeOf(kinds: readonly CellKind[], from: number, cell: string): number | null {
  for (let i = from; i < kinds.length; i++) {
    const kind = kinds[i] as CellKind;
    if (fits(kind, cell)) return i;
    if (kind !== 'standing' && kind !== 'remark') return null;
  }
  return null;
}

/** Behind the results and remarks that belong to a column. */
function groupEnd(kinds: readonly CellKind[], place: number): number {
  let end = place + 1;
  while (kinds[end] === 'standing' || kinds[end] === 'remark') end++;
  return end;
}
