import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { EnteredProblem } from '../../ledger/entry.ts';
import { SERVICE_CATEGORIES } from '../../ledger/service.ts';
import { areaAndParents } from '../../store/areas.ts';
import { insertRawFindings } from '../../store/desk-raw.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { settleProblems } from '../import/problems/settle-problems.ts';
import type { SettledProblem } from '../import/problems/settled-problem.ts';
import { Remarks } from '../import/remarks.ts';
import { settle } from '../import/settle/settle.ts';
import { emptyDrafts, type ProblemDraft } from '../import/sheets/draft.ts';
import { readSheets } from '../import/sheets/draft-workbook.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import { appendToLedger } from '../ledger/append.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf } from '../views/area-of.ts';
import { rawMoment } from './enter-raw.ts';
import { enterRaw, type RawEntry, type RawMoment } from './raw-entry.ts';

/** Columns of a problem list that are not a third party's to fill. */
export const NOT_RAW_FIELDS = ['handed', 'due', 'rectified', 'rectifiedOn'] as const;
const MOST_ROWS = 2_000;

export interface RawFileReport {
  entered: number;
  /** Rows that say what another row or an earlier entry says. */
  repeated: { row: string; text: string; message: string }[];
  warnings: readonly string[];
}

/**
 * Raw findings from a workbook (问题台账 of the import template): all of it or nothing. With `preview` it is read and settled, and
 * nothing is written. @throws bad-input naming sheet, row and column of whatever is wrong.
 */
export async function enterRawWorkbook(
  app: App,
  areaId: string,
  file: { name: string; bytes: Uint8Array; preview: boolean },
  caller: Caller,
): Promise<RawFileReport> {
  await areaOf(app, areaId);
  const remarks = new Remarks();
  const drafts = readDrafts(file, dateAt(app.now()), remarks);
  return app.db.transaction().execute(async (db) => {
    const moment = await rawMoment(app, db, areaId, caller);
    const settled = await settleRows(db, areaId, drafts, remarks);
    const { entered, repeated } = await enterAll(db, settled, moment, remarks);
    remarks.refuse(file.name);
    const report = { entered: entered.length, repeated, warnings: remarks.warnings };
    if (file.preview || entered.length === 0) return report;
    const fileBlob = await app.blobs.put(file.bytes);
    await appendToLedger(db, [], { opened: entered.map(({ problem, event }) => ({ problem, event })) });
    const common = { areaId, userId: caller.userId, enteredAt: moment.at, fileName: file.name, fileBlob };
    await insertRawFindings(
      db,
      entered.map(({ problem, row }) => ({ ...common, problemId: problem.id, fileRow: row })),
    );
    return report;
  });
}

function readDrafts({ name, bytes }: { name: string; bytes: Uint8Array }, today: string, remarks: Remarks): ProblemDraft[] {
  const { drafts, read } = readSheets(readWorkbook(bytes, name), today, remarks);
  for (const { sheet, spec } of read)
    if (spec && spec.id !== 'problem')
      remarks.fault({ sheet: sheet.name, message: `是“${spec.title}”，这里只录入“问题台账”，请删去这张表` });
  for (const { place, handedOn, dueOn, rectified, rectifiedOn } of drafts.problems)
    if (handedOn ?? dueOn ?? rectified ?? rectifiedOn)
      remarks.fault({ ...place, message: '交办、期限、整改情况由政务公开办办理，请清空这几列' });
  remarks.refuse(name);
  if (drafts.problems.length > MOST_ROWS)
    throw new MingchaError('bad-input', `“${name}”有 ${drafts.problems.length} 条，一次最多 ${MOST_ROWS} 条。`, '请分成几个文件录入。');
  if (drafts.problems.length === 0)
    throw new MingchaError('bad-input', `“${name}”里没有可以录入的发现。`, '请下载模板，按“问题台账”表填写后再上传。');
  return drafts.problems;
}

async function settleRows(db: Db, areaId: string, problems: readonly ProblemDraft[], remarks: Remarks): Promise<SettledProblem[]> {
  const register = await readRegister(db, areaId);
  const { context } = settle(emptyDrafts(), { register, volumes: [] }, await areaAndParents(db, areaId), remarks);
  return settleProblems(problems, register, context, false);
}

interface Entered extends EnteredProblem {
  row: string;
}

async function enterAll(
  db: Db,
  settled: readonly SettledProblem[],
  moment: RawMoment,
  remarks: Remarks,
): Promise<{ entered: Entered[]; repeated: RawFileReport['repeated'] }> {
  const entered = new Map<string, Entered>();
  const repeated: RawFileReport['repeated'] = [];
  for (const row of settled) {
    try {
      const one = { ...(await enterRaw(db, entryOf(row, moment), moment)), row: row.ref };
      const first = [...entered.values()].find(({ problem }) => problem.fingerprint === one.problem.fingerprint);
      if (first) repeated.push({ row: row.ref, text: row.text, message: `与${first.row}相同，只登记一次` });
      else entered.set(one.problem.id, one);
    } catch (error) {
      if (!(error instanceof MingchaError)) throw error;
      if (error.code === 'conflict') repeated.push({ row: row.ref, text: row.text, message: error.message });
      else remarks.fault({ field: '存在的问题', value: row.text, message: `${row.ref}：${error.message}${error.next}` });
    }
  }
  return { entered: [...entered.values()], repeated };
}

/** The words of a row name the service where a form has a field: what stands in quotes, else the place. */
function entryOf(row: SettledProblem, { today }: RawMoment): RawEntry {
  const service = SERVICE_CATEGORIES.includes(row.category) ? (/“([^”]+)”/.exec(row.text)?.[1] ?? row.place.label) : null;
  const aspect = /表格|样表|表单/.test(row.text) ? 'form' : /链接|打不开|无法打开/.test(row.text) ? 'link' : 'guide';
  return { ...row, foundOn: row.foundOn ?? today, service: service === null ? null : { name: service, aspect } };
}
