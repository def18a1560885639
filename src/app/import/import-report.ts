import { OFFICE_RECORD_KINDS, type OfficeRecordKind } from '../../disclosure/office-record.ts';
import type { ImportPlan } from './plan/plan-import.ts';
import type { OpeningProblem } from './seed/openings.ts';
import type { SeedNotice } from './seed/schema.ts';
import { SHEET_SPECS } from './sheets/catalogue.ts';
import type { SheetId } from './sheets/spec.ts';

/** What an import did to one kind of record. */
export interface SheetReport {
  /** 单位、网站、栏目 … as the template names its sheets. */
  name: string;
  added: number;
  changed: number;
  unchanged: number;
}

export interface ImportReport {
  importId: string;
  areaId: string;
  areaName: string;
  fileName: string;
  /** SHA-256 of the file. */
  fileHash: string;
  /** Kinds of record the file holds, in the order of the template. */
  sheets: readonly SheetReport[];
  /** What was read in a way the user should see. */
  warnings: readonly string[];
  /** What a person should settle. */
  questions: readonly string[];
  /** Problems a notice prints, as candidates for the ledger; empty for a workbook. */
  openings: readonly OpeningProblem[];
  /** Counts and rates a notice states in its text, for comparison with our own. */
  statedFigures: SeedNotice['statedFigures'];
}

const PLANNED: Record<Exclude<SheetId, OfficeRecordKind>, 'units' | 'sites' | 'columns' | 'accounts' | 'posts' | 'volumes' | 'problems'> = {
  unit: 'units',
  site: 'sites',
  column: 'columns',
  account: 'accounts',
  post: 'posts',
  volume: 'volumes',
  problem: 'problems',
};

const NOTHING = { add: [], change: [], was: [], unchanged: 0 } as const;
const isRecordKind = (id: SheetId): id is OfficeRecordKind => (OFFICE_RECORD_KINDS as readonly string[]).includes(id);

/** Counts of a plan by sheet; sheets the file does not have are left out. */
export function sheetReports(plan: ImportPlan): SheetReport[] {
  return SHEET_SPECS.map(({ id, title }) => {
    const { add, change, unchanged } = (isRecordKind(id) ? plan.records.find(({ kind }) => kind === id) : plan[PLANNED[id]]) ?? NOTHING;
    return { name: title, added: add.length, changed: change.length, unchanged };
  }).filter(({ added, changed, unchanged }) => added + changed + unchanged > 0);
}
