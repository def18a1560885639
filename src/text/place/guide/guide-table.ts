import { type Holder, holderIn } from './guide-holder.ts';
import { type LabelField, labelsOf } from './guide-labels.ts';
import { phonesIn } from './guide-phone.ts';

/** A cell of a table whose labels stand in a head row. */
export interface TableCell {
  /** Number of its line. */
  line: number;
  field: LabelField;
  holder: Holder;
}

/** Head cells that are no field: what the row is about, and what nobody compares. */
const NAME_HEAD = /^(?:场所名称|查阅场所|场所|名称|单位名称|单位|机构|点位|地点名称)$/;
const OTHER_HEAD = /^(?:序号|备注|开放时间|交通线路|设施)$/;

/**
 * Tables with a head row (场所名称 | 地址 | 联系电话), whose cells come one a line: rows of as many lines as the head has, as long as
 * a telephone stands where the head has one. `taken`: lines of the tables.
 */
export function tablesOf(lines: readonly { text: string }[]): { cells: TableCell[]; taken: ReadonlySet<number> } {
  const cells: TableCell[] = [];
  const taken = new Set<number>();
  for (let from = 0; from < lines.length; from++) {
    const head = headAt(lines, from);
    if (head === null) continue;
    let row = from + head.length;
    while (row + head.length <= lines.length && isRow(lines, row, head)) {
      for (let i = 0; i < head.length; i++) taken.add(from + i);
      const holder = holderOf(lines, row, head);
      for (const [i, column] of head.entries()) {
        taken.add(row + i);
        if (column !== null && column !== 'name') cells.push({ line: row + i, field: column, holder });
      }
      row += head.length;
    }
    if (taken.has(from)) from = row - 1;
  }
  return { cells, taken };
}

type Column = LabelField | 'name' | null;

/** The head row that begins here: at least two labels beside each other, one of them a telephone. */
function headAt(lines: readonly { text: string }[], from: number): Column[] | null {
  const head: Column[] = [];
  for (let i = from; i < lines.length; i++) {
    const column = columnOf((lines[i] as { text: string }).text.trim());
    if (column === undefined) break;
    head.push(column);
  }
  const labels = head.filter((column) => column !== null && column !== 'name');
  return labels.length >= 2 && labels.some(isPhone) ? head : null;
}

function columnOf(text: string): Column | undefined {
  if (NAME_HEAD.test(text)) return 'name';
  if (OTHER_HEAD.test(text)) return null;
  const [label] = labelsOf(text);
  return label?.alone && label.start === 0 && !/[:：]/.test(text) ? label.field : undefined;
}

const isPhone = (column: Column): boolean => column === 'phone' || column === 'fax' || column === 'phoneAndFax';

/** Every telephone column holds one, and no cell is a label again. */
function isRow(lines: readonly { text: string }[], row: number, head: readonly Column[]): boolean {
  return head.every((column, i) => {
    const { text } = lines[row + i] as { text: string };
    return labelsOf(text).length === 0 && (!isPhone(column) || phonesIn(text).length > 0);
  });
}

/** Whose row it is: by its name cell, where there is one; a name that says nothing is nobody's we compare. */
function holderOf(lines: readonly { text: string }[], row: number, head: readonly Column[]): Holder {
  const at = head.indexOf('name');
  return at < 0 ? 'own' : (holderIn((lines[row + at] as { text: string }).text) ?? 'other');
}
