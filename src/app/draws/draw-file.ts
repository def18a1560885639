import { dateAt } from '../../core/date.ts';
import { writeDocx } from '../../notice/docx/write-docx.ts';
import type { NoticeDocument, Paragraph } from '../../notice/model.ts';
import { column, type Table } from '../../notice/table.ts';
import { type ListSheet, listWorkbook } from '../assessment/workbook.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { inspectionSheets, spotSheets } from './protocol-sheets.ts';
import { viewDraw } from './view-draw.ts';

/** Rows of one table that are printed; a longer list stands whole in the workbook, and the paper says so. */
const MOST_PRINTED = 2000;
/** Millimetres of a table across. */
const ACROSS = 225;

/** The protocol of a draw as a paper to print and sign, or as lists. Throws 'not-found'. */
export async function drawFileOf(app: App, areaId: string, drawId: string, form: 'docx' | 'xlsx') {
  const area = await areaOf(app, areaId);
  const { spot, inspection } = await viewDraw(app, areaId, drawId);
  const sheets = inspection ? inspectionSheets(inspection) : spot ? spotSheets(spot) : [];
  const { purpose, madeAt } = (inspection ?? spot) as { purpose: string; madeAt: string };
  const fileName = fileNameOf(`${purpose}抽查记录${dateAt(madeAt).replaceAll('-', '')}`, form);
  if (form === 'xlsx') return { fileName, bytes: await listWorkbook(sheets) };
  return { fileName, bytes: await writeDocx(paper(`${purpose}抽查记录`, area.name, madeAt, sheets)) };
}

/** Tables across as attachments, what they rest on as the text, and room to sign. */
function paper(title: string, issuer: string, madeAt: string, sheets: readonly ListSheet[]): NoticeDocument {
  const [first] = sheets;
  const day = dateAt(madeAt);
  const full = sheets.filter(({ rows }) => rows.length > 0);
  const cut = full.filter(({ rows }) => rows.length > MOST_PRINTED);
  const lines = [
    ...(first?.notes.slice(1) ?? []),
    ...cut.map(({ name, rows }) => `${name}共 ${rows.length} 个，只打印前 ${MOST_PRINTED} 个，全部见同名表格文件。`),
    '抽取人（签字）：　　　　　　监督人（签字）：',
  ];
  return {
    schema: 'mingcha/notice/1',
    template: 'draw-protocol',
    period: { label: day, from: day, to: day, cutoff: day },
    letterhead: null,
    number: null,
    title,
    addressees: '',
    marks: 'official',
    body: lines.map((text, i): Paragraph => ({ id: `line.${i}`, part: 'overview', level: 0, heading: null, runs: [{ quoted: text }] })),
    attachmentList: full.map(({ name }) => name),
    signature: { issuer, date: day, sealed: false },
    annotation: null,
    record: { cc: [], office: issuer, printedDate: day },
    attachments: full.map((sheet) => ({ title: sheet.name, table: tableOf(sheet) })),
    figures: [],
    proposals: [],
  };
}

function tableOf({ name, head, widths, rows }: ListSheet): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const key = (i: number): string => `c${i}`;
  return {
    id: name,
    orientation: 'landscape',
    columns: head.map((title, i) => column(key(i), title, Math.round(((widths[i] ?? 1) / total) * ACROSS * 10) / 10)),
    rows: rows.slice(0, MOST_PRINTED).map((row, i) => ({
      id: String(i),
      cells: Object.fromEntries(row.map((cell, j) => [key(j), cell])),
      from: [],
    })),
    merges: [],
    notes: null,
  };
}
