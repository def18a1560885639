import { type Cell, EMPTY_CELL, type Row, type Sheet } from '../workbook/sheet.ts';

/** A head as it stands: one row, or two of which the upper one groups the lower (政务微信 over 名称 and 检查结果). */
export interface HeadRows {
  rows: readonly Row[];
  /** Titles a column may bear, the most telling first. */
  titles: readonly (readonly string[])[];
  /** The cell to quote for each column. */
  shown: readonly Cell[];
  /** The lower row holds nothing but titles: it cannot be the first record. */
  certain: boolean;
}

/** Rows looked at for the head: a title, a subtitle, a unit line and a date line stand above it at worst. */
export const HEAD_WITHIN = 15;

/** Titles that stand under a common one. */
const SUB_TITLE = /^(?!.*\d{2}).{0,8}(名称|账号|结果|问题|情况|数|数量|条|率|比例|备注|更新|原创|时间|日期|粉丝|合格)$|^是否/;

/** Every place where a head may stand, single rows before pairs. */
export function headCandidates(sheet: Sheet): HeadRows[] {
  const rows = sheet.rows.slice(0, HEAD_WITHIN);
  const singles = rows.map(single);
  const pairs = rows.slice(0, -1).flatMap((row, i) => pairOf(row, rows[i + 1] as Row) ?? []);
  return [...singles, ...pairs];
}

/** One row. A cell that a merge repeats heads no column of its own. */
function single(row: Row): HeadRows {
  return {
    rows: [row],
    titles: row.cells.map((cell) => (cell.text === '' || cell.merged ? [] : [cell.text])),
    shown: row.cells,
    certain: false,
  };
}

/** Two rows of which the upper has at least one title over several columns; null when they cannot be one head. */
function pairOf(upper: Row, lower: Row): HeadRows | null {
  if (lower.number !== upper.number + 1) return null;
  // A title over the whole table groups nothing.
  if (new Set(upper.cells.map((cell) => cell.text).filter((text) => text !== '')).size < 2) return null;
  const width = Math.max(upper.cells.length, lower.cells.length);
  const above: Cell[] = [];
  for (let i = 0; i < width; i++) {
    const cell = upper.cells[i] ?? EMPTY_CELL;
    const below = lower.cells[i] ?? EMPTY_CELL;
    // Blank beside a title and filled below: the title reaches over it though nobody merged the cells.
    above.push(cell.text === '' && below.text !== '' && i > 0 ? (above[i - 1] as Cell) : cell);
  }
  const grouped = above.some((cell, i) => i > 0 && cell.text !== '' && cell.text === above[i - 1]?.text && lower.cells[i]?.text);
  if (!grouped) return null;
  const titles = above.map((cell, i) => {
    const below = (lower.cells[i] ?? EMPTY_CELL).text;
    if (below === '' || below === cell.text) {
      const repeated = i > 0 && cell.text !== '' && cell.text === above[i - 1]?.text && below === (lower.cells[i - 1] ?? EMPTY_CELL).text;
      return cell.text === '' || repeated ? [] : [cell.text];
    }
    return cell.text === '' ? [below] : [`${cell.text}${below}`, `${cell.text}${below.replace(/^(账号|平台)/, '')}`, below];
  });
  const shown = above.map((cell, i) => {
    const below = lower.cells[i] ?? EMPTY_CELL;
    const text = below.text === '' || below.text === cell.text ? cell.text : `${cell.text}${below.text}`;
    return { ...(below.text === '' ? cell : below), shown: text, text };
  });
  const below = lower.cells.filter((cell, i) => cell.text !== '' && cell.text !== above[i]?.text);
  return { rows: [upper, lower], titles, shown, certain: below.length > 0 && below.every((cell) => SUB_TITLE.test(cell.text)) };
}
