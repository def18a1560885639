import { findImport, type KeptMapping, keepMappings, recordChanges, recordImport } from '../../store/imports.ts';
import { type ImportReport, sheetReports } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { applyImport } from './plan/apply-import.ts';
import { writtenRows } from './plan/written-rows.ts';
import type { PreparedImport } from './prepare-import.ts';
import type { Remarks } from './remarks.ts';
import { type KeptChoice, printAt } from './sheets/choices.ts';

/** Writes what was prepared, with what is needed to undo it. Call in the same transaction. @throws bad-input on any fault. */
export async function commitImport(request: ImportRequest, prepared: PreparedImport, remarks: Remarks): Promise<ImportReport> {
  const { db, fileName, at } = request;
  const { area, fileHash, importId, plan, noticeRows, notice } = prepared;
  remarks.refuse(fileName);
  const changes = await writtenRows(db, plan, noticeRows, () => applyImport(db, plan, noticeRows, fileName, at));
  const sheets = sheetReports(plan);
  const total = (key: 'added' | 'changed' | 'unchanged'): number => sheets.reduce((sum, sheet) => sum + sheet[key], 0);
  if ((await findImport(db, area.id, importId)) === null) {
    await recordImport(db, {
      id: importId,
      areaId: area.id,
      fileName,
      fileHash,
      kind: notice ? 'notice-data' : prepared.noticePeriod ? 'notice' : 'workbook',
      importedAt: at,
      added: total('added'),
      changed: total('changed'),
      unchanged: total('unchanged'),
      fileBlob: request.kept ? fileHash : null,
    });
    await recordChanges(db, importId, changes);
    await keepMappings(db, area.id, chosenMappings(prepared, request), at);
  }
  const { warnings, questions } = remarks;
  return {
    importId,
    areaId: area.id,
    areaName: area.name,
    fileName,
    fileHash,
    sheets,
    warnings,
    questions,
    openings: prepared.openings,
    statedFigures: notice?.statedFigures ?? [],
  };
}

/** What the user said of tables, to be known again by their heads. */
function chosenMappings({ sheets }: PreparedImport, { choices }: ImportRequest): KeptMapping<KeptChoice>[] {
  return sheets.flatMap(({ sheet }) => {
    const choice = choices?.sheets[sheet.name];
    const headPrint = choice && printAt(sheet, choice.headRow);
    return headPrint ? [{ headPrint, choice: { kind: choice.kind, columns: choice.columns } }] : [];
  });
}
