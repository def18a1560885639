import type { TableDoubt } from '../../core/block.ts';
import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import { workCalendar } from '../../core/work-calendar.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { listMappings } from '../../store/imports.ts';
import { findOfficeRecords } from '../../store/office-records.ts';
import { findPeriod } from '../../store/periods.ts';
import { type KeptPost, listPosts } from '../../store/posts.ts';
import { knownProblems } from '../../store/problems.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { listVolumes } from '../../store/volumes.ts';
import { listWorkYears } from '../../store/work-years.ts';
import type { Area } from '../../subjects/area.ts';
import type { Unit } from '../../subjects/unit.ts';
import { readAreaSettings } from '../area-settings.ts';
import { areaByName, chosenArea, statedArea } from './area-of-import.ts';
import { NO_CHOICES } from './import-choices.ts';
import type { ImportRequest } from './import-request.ts';
import type { NoticeRows } from './plan/apply-import.ts';
import { type ImportPlan, planImport } from './plan/plan-import.ts';
import { historiesOf, type NoticePeriod } from './problems/history.ts';
import { type Subjects, settleProblems } from './problems/settle-problems.ts';
import type { SettledProblem } from './problems/settled-problem.ts';
import type { Remarks } from './remarks.ts';
import { draftSeed } from './seed/draft-seed.ts';
import { type OpeningProblem, openingProblems } from './seed/openings.ts';
import { portalTotals } from './seed/portal-totals.ts';
import type { SeedNotice } from './seed/schema.ts';
import { seedNoticePeriod, seedProblems } from './seed/seed-problems.ts';
import { seedVerdicts } from './seed/seed-verdicts.ts';
import type { SettleContext } from './settle/context.ts';
import { type Held, type Settled, settle } from './settle/settle.ts';
import type { SettledRecord } from './settle/settle-records.ts';
import type { KeptChoice } from './sheets/choices.ts';
import type { Drafts } from './sheets/draft.ts';
import { type ReadSheet, readSheets } from './sheets/draft-workbook.ts';
import { noticeFacts } from './source/notice-facts.ts';
import type { Source } from './source/read-source.ts';

/** Everything a file leads to, worked out and not written; faults stand in `remarks`. */
export interface PreparedImport {
  importId: string;
  area: Area;
  fileHash: string;
  notice: SeedNotice | null;
  noticePeriod: NoticePeriod | null;
  noticeRows: NoticeRows | null;
  openings: readonly OpeningProblem[];
  /** Sheets as they were read; empty for notice data. */
  sheets: readonly ReadSheet[];
  /** Units of the area as they would stand afterwards. */
  units: readonly Unit[];
  plan: ImportPlan;
}

/** Reads a source against what the area holds. Writes nothing; call inside the transaction that will write. */
export async function prepareImport(request: ImportRequest, source: Source, remarks: Remarks): Promise<PreparedImport> {
  const { db, fileName, at } = request;
  const { notice } = source;
  const choices = request.choices ?? NO_CHOICES;
  const areas = await areasOf(db, request, notice);
  const area = areas.at(-1) as Area;
  const fileHash = sha256(request.bytes);
  const importId = stableId('import', area.id, fileHash, at);
  const { drafts, read } = notice
    ? { drafts: draftSeed(notice, fileName, remarks), read: [] }
    : readSheets(source.sheets, dateAt(at), remarks, {
        chosen: choices.sheets,
        remembered: await listMappings<KeptChoice>(db, area.id),
        problemsToo: choices.history,
      });
  if (!choices.allConfirmed) askToConfirm(read, choices.confirmed, remarks);

  const held: Held = { register: await readRegister(db, area.id), volumes: await volumesOf(db, area.id, drafts) };
  const { settled: own, context } = settle(drafts, held, areas, remarks);
  const settled: Settled = { ...own, portalTotals: notice ? portalTotals(notice, area.id, fileName) : [] };
  const openings = notice ? openingProblems(notice, fileName, settled, context) : [];

  const noticePeriod = !choices.history ? null : notice ? seedNoticePeriod(notice) : source.blocks ? noticeFacts(source.blocks) : null;
  const problems = problemsOf(notice, fileName, choices.history, openings, drafts, { held, settled }, context);
  const noticeRows = noticePeriod && (await periodOf(db, area.id, noticePeriod, notice, { held, settled }, context, problems, remarks));
  if (choices.history && noticePeriod === null) remarks.ask('文件里看不出是哪一期的通报，问题按各自的日期载入，不计入哪一期的结转。');
  const histories = await historyOf(request, { area, importId, fileHash, noticePeriod }, problems);
  const ids = histories.map(({ problem }) => problem.id);
  const plan = planImport(
    { ...held, posts: await postsOf(db, settled), records: await recordsOf(db, settled), problemIds: await knownProblems(db, ids) },
    settled,
    histories,
    remarks.questions,
  );
  return {
    importId,
    area,
    fileHash,
    notice,
    noticePeriod,
    noticeRows,
    openings,
    sheets: read,
    units: together(held.register.units, settled.units),
    plan,
  };
}

const DOUBTS: Record<TableDoubt, string> = {
  flattened: '是从一行一格的文字还原的',
  'by-position': '是按文字在页面上的位置还原的',
  'uneven-rows': '各行的格数不一样，文件没有写明合并的格',
};

/** Rows and columns that were put together again must be looked at by a person before anything rests on them. */
function askToConfirm(read: readonly ReadSheet[], confirmed: readonly string[], remarks: Remarks): void {
  for (const { sheet, spec } of read) {
    if (spec === null || sheet.doubt === undefined || confirmed.includes(sheet.name)) continue;
    remarks.fault({ sheet: sheet.name, message: `这张表${DOUBTS[sheet.doubt]}，请在预览里与原文核对行列，确认后再导入` });
  }
}

function together<T extends { id: string }>(held: readonly T[], own: readonly T[]): T[] {
  return [...new Map([...held, ...own].map((row) => [row.id, row])).values()];
}

interface World {
  held: Held;
  settled: Settled;
}

const subjectsOf = ({ held: { register }, settled }: World): Subjects => ({
  sites: together(register.sites, settled.sites),
  columns: together(register.columns, settled.columns),
  accounts: together(register.accounts, settled.accounts),
});

function problemsOf(
  notice: SeedNotice | null,
  fileName: string,
  history: boolean,
  openings: readonly OpeningProblem[],
  drafts: Drafts,
  world: World,
  context: SettleContext,
): SettledProblem[] {
  if (notice === null) return settleProblems(drafts.problems, subjectsOf(world), context, history);
  if (!history) return [];
  const units = together(world.held.register.units, world.settled.units);
  return seedProblems(notice, fileName, openings, { units, columns: subjectsOf(world).columns }, context);
}

/**
 * The period a notice reports on, as it will be kept; null when it is kept already. A period that was reckoned here is not
 * overwritten by what a notice says of it.
 */
async function periodOf(
  db: Db,
  areaId: string,
  noticePeriod: NoticePeriod,
  notice: SeedNotice | null,
  world: World,
  context: SettleContext,
  problems: readonly SettledProblem[],
  remarks: Remarks,
): Promise<NoticeRows | null> {
  const { period, cutoff } = noticePeriod;
  const early = problems.find(({ foundOn }) => foundOn !== null && foundOn > cutoff);
  if (early) remarks.ask(`“${early.text}”的发现日期 ${early.foundOn} 晚于统计截止日 ${cutoff}，没有算进本期的结转。`);
  const subjects = subjectsOf(world);
  const verdicts = notice ? seedVerdicts(notice, noticePeriod, [...subjects.sites, ...subjects.accounts], context) : [];
  const kept = await findPeriod(db, areaId, period.id);
  if (kept) {
    remarks.ask(`${period.label}在系统里已有统计结果，通报里的检查结果没有覆盖它；请核对问题是否已在台账里。`);
    return null;
  }
  return { period: { ...period, areaId, cutoff, closedAt: null }, verdicts };
}

async function historyOf(
  { db, fileName, at }: ImportRequest,
  { area, importId, fileHash, noticePeriod }: { area: Area; importId: string; fileHash: string; noticePeriod: NoticePeriod | null },
  problems: readonly SettledProblem[],
): Promise<LedgerEntry[]> {
  if (problems.length === 0) return [];
  const { rectifyWithinWorkingDays } = await readAreaSettings(db, area.id);
  const told = historiesOf(problems, {
    areaId: area.id,
    importId,
    source: fileName,
    document: fileHash,
    at,
    notice: noticePeriod,
    calendar: workCalendar(await listWorkYears(db)),
    workingDays: rectifyWithinWorkingDays,
  });
  return told.map(({ entry }) => entry);
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
