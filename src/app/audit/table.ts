import type { FigureVerdict } from '../../notice/recount/figure.ts';
import type { AuditFigure, AuditReport } from './report.ts';

const MARKS: Readonly<Record<FigureVerdict, string>> = { disagrees: '✗', agrees: '✓', 'cannot-check': '·' };
const QUOTE_COLUMNS = 40;

/** The report as lines for a terminal: what disagrees first and in full, then the figures of the text in reading order. */
export function auditLines(report: AuditReport, { all }: { all: boolean }): string[] {
  const { counts, figures, remarks, notes, tables } = report;
  const wrong = figures.filter(({ verdict }) => verdict === 'disagrees');
  const inText = figures.filter(({ place }) => place.in === 'text');
  const inCells = figures.length - inText.length;
  const agreeing = figures.filter(({ place, verdict }) => place.in === 'cell' && verdict === 'agrees').length;
  return [
    `${report.file}：${report.title}`,
    `共${figures.length}个数字（正文${inText.length}，表内${inCells}）：不一致 ${counts.disagrees}，一致 ${counts.agrees}，无法核对 ${counts['cannot-check']}`,
    ...(tables.length > 0 ? [`表格：${tables.map(({ id, title, rows }) => `${id}${title ? `“${title}”` : ''}${rows}行`).join('；')}`] : []),
    ...section('不一致', wrong.flatMap(inFull)),
    ...section('逐项', (all ? figures : inText).map(inShort)),
    ...(all || agreeing === 0 ? [] : [`  ✓ 表内另有${agreeing}个数字核对一致（加 --all 逐个列出）`]),
    ...section(
      '提示',
      remarks.map(({ message }) => `  ${message}`),
    ),
    ...section(
      '说明',
      notes.map((note) => `  ${note}`),
    ),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

function inFull({ quote, stated, recomputed, basis, explanations }: AuditFigure): string[] {
  const from = basis === null ? [] : [`      依据：${'table' in basis ? `${basis.table}${rowsOf(basis.rows)}，` : ''}${basis.how}`];
  const said = quote === stated ? quote : `${shorten(quote)}（${stated}）`;
  return [`  ✗ ${said}`, `      应为：${recomputed}`, ...from, ...explanations.map((text) => `      可能：${text}`)];
}

function inShort({ quote, verdict, verdictName, recomputed, basis, why }: AuditFigure): string {
  const how = why ?? (basis === null ? '' : basis.how);
  return `  ${MARKS[verdict]} ${pad(quote.length > 24 ? `…${quote.slice(-23)}` : quote, QUOTE_COLUMNS + 10)}${pad(verdictName, 10)}${verdict === 'disagrees' ? `应为${recomputed}；` : ''}${how}`;
}

const rowsOf = (rows: readonly number[]): string =>
  rows.length === 0 ? '' : rows.length > 12 ? `（${rows.length}行）` : `第${rows.join('、')}行`;

const shorten = (quote: string): string => (quote.length > 30 ? `…${quote.slice(-30)}` : quote);

/** Columns on a terminal: a Chinese letter takes two. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)));
