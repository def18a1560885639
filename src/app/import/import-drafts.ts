import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import { findImportByHash, recordImport } from '../../store/imports.ts';
import { findOfficeRecords } from '../../store/office-records.ts';
import { type KeptPost, listPosts } from '../../store/posts.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { listVolumes } from '../../store/volumes.ts';
import type { Area } from '../../subjects/area.ts';
import { areaByName, chosenArea, statedArea } from './area-of-import.ts';
import { type ImportReport, sheetReports } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { applyImport } from './plan/apply-import.ts';
import { planImport } from './plan/plan-import.ts';
import type { Remarks } from './remarks.ts';
import { openingProblems } from './seed/openings.ts';
import { portalTotals } from './seed/portal-totals.ts';
import type { SeedNotice } from './seed/schema.ts';
import { type Held, type Settled, settle } from './settle/settle.ts';
import type { SettledRecord } from './settle/settle-records.ts';
import type { Drafts } from './sheets/draft.ts';

interface DraftImport extends ImportRequest {
  drafts: Drafts;
  notice: SeedNotice | null;
  remarks: Remarks;
}

/** The part of an import that needs the database: settle, refuse or plan, write, record. Call inside a transaction. */
export async function importDrafts({ db, drafts, notice, remarks, fileName, ...request }: DraftImport): Promise<ImportReport> {
  const areas = await areasOf(db, request, notice);
  const area = areas.at(-1) as Area;
  const held: Held = { register: await readRegister(db, area.id), volumes: await volumesOf(db, area.id, drafts) };
  const { settled: read, context } = settle(drafts, held, areas, remarks);
  const settled: Settled = { ...read, portalTotals: notice ? portalTotals(notice, area.id, fileName) : [] };
  const openings = notice ? openingProblems(notice, fileName, settled, context) : [];
  remarks.refuse(fileName);
  const plan = planImport(
    { ...held, posts: await postsOf(db, settled), records: await recordsOf(db, settled) },
    settled,
    remarks.questions,
  );
  await applyImport(db, plan, fileName, request.at);
  const sheets = sheetReports(plan);
  const fileHash = sha256(request.bytes);
  const total = (key: 'added' | 'changed' | 'unchanged'): number => sheets.reduce((sum, sheet) => sum + sheet[key], 0);
  if ((await findImportByHash(db, fileHash))?.importedAt !== request.at) {
    await recordImport(db, {
      id: stableId('import', area.id, fileHash, request.at),
      areaId: area.id,
      fileName,
      fileHash,
      kind: notice ? 'notice-data' : 'workbook',
      importedAt: request.at,
      added: total('added'),
      changed: total('changed'),
      unchanged: total('unchanged'),
    });
  }
  const { warnings, questions } = remarks;
  return {
    areaId: area.id,
    areaName: area.name,
    fileName,
    fileHash,
    sheets,
    warnings,
    questions,
    openings,
    statedFigures: notice?.statedFigures ?? [],
  };
}

async function areasOf(db: Db, request: Pick<ImportRequest, 'areaId' | 'areaName'>, notice: SeedNotice | null): Promise<Area[]> {
  if (notice === null) return chosenArea(db, request);
  const chosen = await statedArea(db, request);
  const { area, areaLevel, province } = notice.document;
  if (chosen && chosen.at(-1)?.name !== area) {
    throw new MingchaError(
      'bad-input',
      `通报数据是“${area}”的，选的地区是“${chosen.at(-1)?.name}”`,
      '请改选地区，或不选地区、按通报数据自己写的导入。',
    );
  }
  return chosen ?? areaByName(db, `${province}/${area}`, areaLevel);
}

async function volumesOf(db: Db, areaId: string, drafts: Drafts): Promise<Held['volumes']> {
  const volumes: Held['volumes'][number][] = [];
  for (const period of new Set(drafts.volumes.map((draft) => draft.period))) volumes.push(...(await listVolumes(db, areaId, period)));
  return volumes;
}

async function recordsOf(db: Db, { records }: Settled): Promise<SettledRecord[]> {
  const [first] = records;
  const held = first
    ? await findOfficeRecords(
        db,
        first.areaId,
        records.map(({ id }) => id),
      )
    : [];
  return held.map(({ source: _source, ...record }) => record);
}

async function postsOf(db: Db, { posts }: Settled): Promise<KeptPost[]> {
  const days = posts.map((post) => post.date).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const held: KeptPost[] = [];
  for (const accountId of new Set(posts.map((post) => post.accountId))) held.push(...(await listPosts(db, accountId, from, to)));
  return held;
}
