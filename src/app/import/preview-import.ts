import type { TableDoubt } from '../../core/block.ts';
import { CATEGORIES } from '../../core/category.ts';
import type { InputFault } from '../../core/error.ts';
import { project } from '../../ledger/project.ts';
import { PROBLEM_STATUSES } from '../../ledger/status.ts';
import { oneAtATime } from './import-file.ts';
import { type SheetReport, sheetReports } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { type PreparedImport, prepareImport } from './prepare-import.ts';
import { type ChangedRow, changedRows } from './preview/changed-rows.ts';
import { proposeByContents } from './preview/propose.ts';
import { Remarks } from './remarks.ts';
import type { ReadSheet } from './sheets/draft-workbook.ts';
import { headCandidates } from './sheets/head-rows.ts';
import { chosenHeader } from './sheets/header.ts';
import type { RowClass } from './sheets/row-class.ts';
import type { HeadColumn } from './sheets/table.ts';
import { readSource, type Source } from './source/read-source.ts';
import { nameKey } from './words/fold.ts';
import { columnLetter, type Row } from './workbook/sheet.ts';

/** Rows of a table that are shown; of longer ones the rest, but for those with faults, is only counted. */
const MOST_ROWS = 5_000;
const MOST_PROBLEMS = 500;
const MOST_CHANGES = 500;

/** One table of a file as it was read. */
export interface SheetPreview {
  name: string;
  /** Kind it is taken for; null = not taken in. */
  kind: string | null;
  by: ReadSheet['by'];
  /** Last row of the head; null where none was found. */
  headRow: number | null;
  columns: readonly (Omit<HeadColumn, 'index'> & { proposed: boolean })[];
  rows: readonly { number: number; is: RowClass | 'above'; cells: readonly string[] }[];
  rowCount: number;
  /** Its rows and columns were put together again: a person must confirm them. */
  doubt: TableDoubt | null;
}

export interface ImportPreview {
  areaId: string;
  areaName: string;
  fileName: string;
  isNotice: boolean;
  /** Label of the period a notice speaks of, when its history is loaded. */
  period: string | null;
  sheets: readonly SheetPreview[];
  counts: readonly SheetReport[];
  faults: readonly InputFault[];
  faultCount: number;
  warnings: readonly string[];
  questions: readonly string[];
  /** Records that change, field by field; of more than are shown the first. */
  changes: readonly ChangedRow[];
  problems: readonly { unit: string; category: string; text: string; foundOn: string; status: string }[];
}

/** What an import would do, with every fault, and nothing written. @throws bad-input when the file cannot be read at all. */
export async function previewImport(request: ImportRequest): Promise<ImportPreview> {
  const remarks = new Remarks();
  const source = await readSource(request.bytes, request.fileName, remarks);
  return oneAtATime(request.db, async (db) =>
    toPreview({ ...request, db }, source, await prepareImport({ ...request, db }, source, remarks), remarks),
  );
}

function toPreview(request: ImportRequest, source: Source, prepared: PreparedImport, remarks: Remarks): ImportPreview {
  const { area, plan, noticePeriod } = prepared;
  const names = new Map(prepared.units.map(({ id, name }) => [id, name]));
  const unitKeys = new Set(prepared.units.flatMap(({ name, aliases, namePlates }) => [name, ...aliases, ...namePlates]).map(nameKey));
  return {
    areaId: area.id,
    areaName: area.name,
    fileName: request.fileName,
    isNotice: source.notice !== null || (source.blocks !== null && source.sheets.length > 0),
    period: noticePeriod?.period.label ?? null,
    sheets: prepared.sheets.map((read) => sheetPreview(read, unitKeys, remarks)),
    counts: sheetReports(plan),
    faults: remarks.faults,
    faultCount: remarks.faultCount,
    warnings: remarks.warnings,
    questions: remarks.questions,
    changes: changedRows(plan, names).slice(0, MOST_CHANGES),
    problems: plan.problems.add.slice(0, MOST_PROBLEMS).map(({ problem, events }) => ({
      unit: names.get(problem.unitId) ?? '',
      category: CATEGORIES[problem.category],
      text: problem.text,
      foundOn: problem.firstFoundOn,
      status: PROBLEM_STATUSES[project(events).status],
    })),
  };
}

function sheetPreview({ sheet, spec, header, by, rows }: ReadSheet, unitKeys: ReadonlySet<string>, remarks: Remarks): SheetPreview {
  const classes = new Map(rows.map(({ row, is }) => [row.number, is]));
  const faulty = new Set(remarks.faults.filter((fault) => fault.sheet === sheet.name).map(({ row }) => row));
  const shown = sheet.rows.filter(({ number }, i) => i < MOST_ROWS || faulty.has(number));
  const headRow = header?.row.number ?? likelyHead(sheet.rows)?.number ?? null;
  const body = sheet.rows.filter(({ number }) => headRow === null || number > headRow);
  const columns = columnsOf(sheet, header ?? (spec && headRow !== null ? chosenHeader(sheet, spec, headRow, {}) : null), headRow);
  // Titles that are known and left alone on purpose are not guessed at.
  const strange = header && new Set(header.unknown.map(({ letter }) => letter));
  const open = columns.filter(({ field, letter }) => field === '' && (!strange || strange.has(letter))).map(({ index }) => index);
  const taken = new Set(columns.map(({ field }) => field));
  const proposed = spec ? proposeByContents(spec, body, open, taken, unitKeys) : new Map<number, string>();
  return {
    name: sheet.name,
    kind: spec?.id ?? null,
    by,
    headRow,
    columns: columns.map(({ index, ...column }) => ({
      ...column,
      ...(proposed.has(index) ? { field: proposed.get(index) as string, by: 'contents' as const } : {}),
      proposed: proposed.has(index),
    })),
    rows: shown.map((row) => ({
      number: row.number,
      is: headRow !== null && row.number <= headRow ? (row.number === headRow ? 'head' : 'above') : (classes.get(row.number) ?? 'data'),
      cells: row.cells.map((cell) => cell.shown),
    })),
    rowCount: sheet.rows.length,
    doubt: sheet.doubt ?? null,
  };
}

/** The first row with several cells filled: where the head most likely stands when no title is known. */
const likelyHead = (rows: readonly Row[]): Row | undefined => rows.find((row) => row.cells.filter((cell) => cell.text !== '').length >= 2);

function columnsOf(sheet: ReadSheet['sheet'], header: ReadSheet['header'], headRow: number | null): HeadColumn[] {
  const head = header ?? null;
  const titles = headRow === null ? undefined : headCandidates(sheet).findLast(({ rows }) => rows.at(-1)?.number === headRow);
  const width = Math.max(0, ...sheet.rows.slice(0, MOST_ROWS).map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => {
    const known = head?.columns.find((column) => column.index === index);
    const title = titles?.shown[index]?.shown ?? '';
    return known ?? { index, letter: columnLetter(index), title, field: '', by: 'none' as const };
  });
}
