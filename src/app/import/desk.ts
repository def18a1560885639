import { MingchaError } from '../../core/error.ts';
import { findImport, type ImportQuery, listImports } from '../../store/imports.ts';
import { PLATFORM_NAMES, type Platform } from '../../subjects/channel.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import type { ImportChoices } from './import-choices.ts';
import type { ImportReport } from './import-report.ts';
import { importUpload } from './import-upload.ts';
import { type ImportPreview, previewImport } from './preview-import.ts';
import { SHEET_SPECS } from './sheets/catalogue.ts';
import { SHEET_IDS, type SheetId } from './sheets/spec.ts';
import { PLATFORM_WORDS } from './sheets/words.ts';

/** A file that was uploaded before, and what a person decided of it. */
export interface Upload {
  /** Hash under which it is kept. */
  file: string;
  fileName: string;
  choices: { sheets: Readonly<Record<string, { kind: string; headRow: number; columns: Readonly<Record<string, string>> }>> } & Omit<
    ImportChoices,
    'sheets'
  >;
}

/** Keeps an uploaded file until it is imported; what nothing refers to is cleared with other evidence. */
export async function keepUpload(app: App, areaId: string, fileName: string, bytes: Uint8Array) {
  await areaOf(app, areaId);
  if (bytes.length === 0) throw new MingchaError('bad-input', `“${fileName}”是空文件，没有任何内容。`, '请确认选对了文件。');
  return { file: await app.blobs.put(bytes), fileName, bytes: bytes.length };
}

/** What importing it would do, and what every column could be. */
export async function previewUpload(
  app: App,
  areaId: string,
  upload: Upload,
): Promise<ImportPreview & { kinds: ReturnType<typeof kindsOfTables> }> {
  await areaOf(app, areaId);
  const bytes = await app.blobs.get(upload.file);
  const choices = checkedChoices(upload.choices);
  const preview = await previewImport({ db: app.db, areaId, fileName: upload.fileName, bytes, at: app.now(), choices });
  return { ...preview, kinds: kindsOfTables() };
}

/** Imports a file that was handed in before, with what was chosen on its preview. @throws as `importUpload` does. */
export async function importKept(app: App, areaId: string, upload: Upload): Promise<ImportReport> {
  await areaOf(app, areaId);
  const bytes = await app.blobs.get(upload.file);
  const choices = checkedChoices(upload.choices);
  return importUpload({ db: app.db, blobs: app.blobs, areaId, fileName: upload.fileName, bytes, at: app.now(), choices });
}

function checkedChoices(choices: Upload['choices']): ImportChoices {
  const sheets = Object.entries(choices.sheets).map(([name, choice]) => {
    const { kind } = choice;
    if (kind !== 'skip' && !isSheetId(kind)) throw new MingchaError('bad-input', `没有“${kind}”这种表。`, '请从列表里选择表的种类。');
    return [name, { ...choice, kind }] as const;
  });
  return { ...choices, sheets: Object.fromEntries(sheets) };
}

const isSheetId = (kind: string): kind is SheetId => (SHEET_IDS as readonly string[]).includes(kind);

/** Kinds of tables with what their columns can be; of accounts also one column of names per platform. */
function kindsOfTables() {
  return SHEET_SPECS.map(({ id, title, fields, wide }) => ({
    id,
    title,
    fields: [
      ...Object.entries(fields).map(([key, field]) => ({ id: key, title: field.title, required: field.required === true })),
      ...(wide ? PLATFORM_WORDS.names.flatMap(wideField) : []),
    ],
  }));
}

function wideField(name: string) {
  const tag = PLATFORM_WORDS.find(name) as Platform | null;
  return tag === null ? [] : [{ id: `wide:${tag}`, title: `${PLATFORM_NAMES[tag]}账号名称`, required: false }];
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  workbook: '表格',
  notice: '以往通报',
  'notice-data': '通报数据',
  'saved-pages': '保存的网页',
};

/** One page of the imports of an area. */
export async function viewImports(app: App, areaId: string, { page, size, ...query }: ImportQuery & { page: number; size: number }) {
  await areaOf(app, areaId);
  const { imports, total } = await listImports(app.db, areaId, query, { limit: size, offset: (page - 1) * size });
  return {
    kinds: Object.entries(KIND_NAMES).map(([code, name]) => ({ code, name })),
    ...{ total, page, size },
    rows: imports.map(({ id, fileName, kind, importedAt, added, changed, unchanged, fileBlob, undoneAt }) => ({
      ...{ id, fileName, importedAt, added, changed, unchanged, undoneAt },
      kindName: KIND_NAMES[kind] ?? '文件',
      hasFile: fileBlob !== null,
      canUndo: undoneAt === null && kind !== 'saved-pages' && added + changed > 0,
    })),
  };
}

/** The file of an import as it was handed in. Throws 'not-found'. */
export async function readImportedFile(app: App, areaId: string, importId: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const batch = await findImport(app.db, areaId, importId);
  if (!batch?.fileBlob) throw new MingchaError('not-found', '这次导入没有保存原文件。', '请向提供文件的人索取。');
  return { bytes: await app.blobs.get(batch.fileBlob), fileName: batch.fileName };
}
