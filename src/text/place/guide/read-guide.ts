import { faxWithoutNumber } from './fax-offer.ts';
import type { GuideFields, GuideValue } from './guide-field.ts';
import { type Holder, holderIn, isHeading, isNameLine } from './guide-holder.ts';
import { type Label, type LabelField, labelsOf } from './guide-labels.ts';
import { tablesOf } from './guide-table.ts';
import { fieldOf, valueAt } from './guide-value.ts';

interface Line {
  text: string;
  offset: number;
}

/**
 * Reads what a disclosure guide states: label and value in one line, several in one, or in neighbouring cells; whose they are
 * is told by heading, name line and the words before the label. The application form at the end and the page's foot are left out.
 */
export function readGuideFields(text: string): GuideFields {
  const lines = guideLines(text);
  const values: GuideValue[] = [];
  const keep = (label: LabelField, holder: Holder, cell: { text: string; offset: number }): void => {
    for (const field of fieldOf(label, holder)) {
      const value = valueAt(field, cell.text);
      if (value === null) continue;
      values.push({ field, value: value.text, start: cell.offset + value.at, end: cell.offset + value.at + value.length });
    }
  };
  const { cells, taken } = tablesOf(lines);
  for (const { line, field, holder } of cells) keep(field, holder, lines[line] as Line);
  let holder: Holder = 'own';
  for (const [i, line] of lines.entries()) {
    if (taken.has(i)) continue;
    const labels = labelsOf(line.text);
    const named = holderIn(line.text.slice(0, labels[0]?.start ?? line.text.length));
    if (isHeading(line.text)) holder = named ?? 'own';
    else if (labels.length === 0 && named !== null && isNameLine(line.text)) holder = named;
    let here: Holder = holder;
    for (const [n, label] of labels.entries()) {
      if (label.field === 'receivingOffice') here = holder = 'own';
      else here = holderBefore(line.text, labels, n) ?? here;
      const read = label.alone ? nextCell(lines, i) : inLine(line, labels, n, label);
      if (read !== null) keep(label.field, here, read);
    }
  }
  values.sort((a, b) => a.start - b.start);
  return { values: values.filter(isFirst), faxWithoutNumber: faxWithoutNumber(lines, values) };
}

const isFirst = (value: GuideValue, i: number, all: readonly GuideValue[]): boolean =>
  all.findIndex((other) => other.field === value.field && other.value === value.value) === i;

const FORM = /^(?:附件?\s*\d*\s*[:：]?)?\S{0,24}信息公开申请表(?:[（(]\S{0,8}[）)])?$|^申请人信息$/;
const FOOT = /版权所有|主办(?:单位)?\s*[:：]|ICP备|标识码/;

/** The lines of the guide itself. */
function guideLines(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ text: line, offset });
    offset += line.length + 1;
  }
  const half = lines.length / 2;
  const end = lines.findIndex(({ text: line }, i) => i > half && (FORM.test(line.trim()) || FOOT.test(line)));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Whose the label is by the words between it and what stands before it; behind 受理机构 it is the unit's. */
function holderBefore(line: string, labels: readonly Label[], n: number): Holder | null {
  const label = labels[n] as Label;
  const before = labels[n - 1];
  if (before?.field === 'receivingOffice') return 'own';
  const from = before === undefined ? 0 : before.valueAt;
  const words = line.slice(from, label.start);
  // What a value holds (县政务服务中心一楼) does not say whose the next label is; what stands behind the value does.
  return holderIn(before === undefined ? words : words.slice(Math.max(0, lastBreak(words))));
}

const lastBreak = (words: string): number =>
  Math.max(...['。', '；', ';', '，', ',', ' ', '）', ')', '、'].map((mark) => words.lastIndexOf(mark)));

function inLine(line: Line, labels: readonly Label[], n: number, label: Label): { text: string; offset: number } | null {
  const end = labels[n + 1]?.start ?? line.text.length;
  const text = line.text.slice(label.valueAt, end);
  return { text, offset: line.offset + label.valueAt };
}

/** The cell after a label that fills its own; null when that is a label or a heading again. */
function nextCell(lines: readonly Line[], i: number): { text: string; offset: number } | null {
  const next = lines[i + 1];
  if (next === undefined || labelsOf(next.text).length > 0 || isHeading(next.text)) return null;
  return { text: next.text, offset: next.offset };
}
