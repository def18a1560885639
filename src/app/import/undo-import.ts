import { canonicalJson } from '../../core/canonical-json.ts';
import type { Instant } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import {
  type DependentKind,
  dependentsOf,
  IMPORT_TABLES,
  type ImportTable,
  keyText,
  removeRows,
  restoreRow,
  rowsByKey,
} from '../../store/import-rows.ts';
import { findImport, type ImportBatch, type ImportChange, listChanges, markUndone } from '../../store/imports.ts';
import { periodRestsOn } from '../../store/periods.ts';
import { actedOnSince, problemsOfImport, retractProblems } from '../../store/retract-problems.ts';
import type { Db } from '../../store/schema.ts';
import { oneAtATime } from './import-file.ts';

/** What undoing an import did. */
export interface UndoReport {
  importId: string;
  fileName: string;
  /** Rows that were taken out again, and rows that were put back as they stood. */
  removed: number;
  restored: number;
  /** Problems taken out of the ledger, kept with their history among what was taken back. */
  problems: number;
}

/** How often a reason is named; the rest is counted. */
const MOST_REASONS = 50;

const TABLE_NAMES: Record<ImportTable, string> = {
  area: '地区',
  unit: '单位',
  site: '网站',
  site_column: '栏目',
  account: '新媒体账号',
  account_post: '发布记录',
  account_post_seen: '发布记录',
  account_fresh: '截至日期',
  office_record: '记录',
  volume: '信息量',
  portal_total: '全网发布总数',
  period: '通报期',
  channel_verdict: '检查结果',
};
const DEPENDENT_NAMES: Record<DependentKind, string> = {
  unit: '下级单位',
  site: '网站',
  column: '栏目',
  account: '账号',
  post: '发布记录',
  volume: '信息量',
  record: '登记记录',
  problem: '问题台账',
  fact: '监测记录',
  verdict: '检查结果',
};

/**
 * Takes a whole import back: rows it added go, rows it changed stand again as before, problems it brought leave the ledger
 * with their history kept apart. All of it or nothing.
 * @throws refused with names where later work rests on it, not-found, conflict when it was undone before.
 */
export async function undoImport(db: Db, areaId: string, importId: string, at: Instant): Promise<UndoReport> {
  return oneAtATime(db, async (trx) => {
    const batch = await findImport(trx, areaId, importId);
    requireUndoable(batch);
    const changes = await listChanges(trx, importId);
    const faults: InputFault[] = [];
    const problems = await problemsOfImport(trx, areaId, importId);
    for (const { label } of await actedOnSince(trx, problems, importId))
      faults.push({ field: '问题', value: label, message: '导入后已经办理过，或后来的问题与它相连' });
    if (faults.length === 0) await retractProblems(trx, problems, importId, at);
    let [removed, restored] = [0, 0];
    for (const table of Object.keys(IMPORT_TABLES).reverse() as ImportTable[]) {
      const mine = changes.filter((change) => change.tableName === table);
      if (mine.length === 0) continue;
      faults.push(...(await changedSince(trx, table, mine)), ...(await stillNeeded(trx, table, mine)));
      // Nothing more is written once something stands in the way, but every reason is still looked for.
      if (faults.length > 0) continue;
      const added = mine.filter(({ before }) => before === null);
      if (added.length > 0)
        await removeRows(
          trx,
          table,
          added.map(({ key }) => key),
        );
      for (const { before } of mine) if (before !== null) await restoreRow(trx, table, before);
      removed += added.length;
      restored += mine.length - added.length;
    }
    refuse(batch, faults);
    await markUndone(trx, importId, at);
    return { importId, fileName: batch.fileName, removed, restored, problems: problems.length };
  });
}

function requireUndoable(batch: ImportBatch | null): asserts batch is ImportBatch {
  if (batch === null) throw new MingchaError('not-found', '没有这次导入。', '请在导入页的“以往的导入”里选择。');
  if (batch.undoneAt !== null) throw new MingchaError('conflict', `“${batch.fileName}”的这次导入已经撤销过。`, '请刷新页面。');
  if (batch.kind === 'saved-pages')
    throw new MingchaError('refused', '保存的网页不能整批撤销：它们已作为证据保存。', '登记错的账号或发布记录，请用表格重新导入更正。');
}

/** Rows that somebody changed after the import: putting the old ones back would lose that. */
async function changedSince(db: Db, table: ImportTable, changes: readonly ImportChange[]): Promise<InputFault[]> {
  const now = await rowsByKey(db, table, changes);
  return changes.flatMap(({ key, label, after }) => {
    const row = now.get(keyText(table, key));
    if (row && canonicalJson(row) === canonicalJson(after)) return [];
    return [{ field: TABLE_NAMES[table], value: label, message: row ? '导入后又改过，撤销会丢掉后来的改动' : '导入后已被另外删去' }];
  });
}

/** Rows this import added that something else rests on by now. */
async function stillNeeded(db: Db, table: ImportTable, changes: readonly ImportChange[]): Promise<InputFault[]> {
  const added = changes.filter(({ before }) => before === null);
  if (table === 'period') {
    const resting = await Promise.all(added.map(({ after }) => periodRestsOn(db, String(after.area_id), String(after.id))));
    return added.flatMap(({ label }, i) =>
      resting[i] ? [{ field: TABLE_NAMES[table], value: label, message: `${resting[i]}以它为上期，或已据它写了通报` }] : [],
    );
  }
  const labels = new Map(added.map(({ key, label }) => [String(key.id), label]));
  return (await dependentsOf(db, table, [...labels.keys()])).map(({ key, kind, count }) => ({
    field: TABLE_NAMES[table],
    value: labels.get(key) ?? key,
    message: `后来的${DEPENDENT_NAMES[kind]}（${count} 条）用到了它`,
  }));
}

function refuse({ fileName }: ImportBatch, faults: readonly InputFault[]): void {
  if (faults.length === 0) return;
  const more = faults.length > MOST_REASONS ? `（只列出前 ${MOST_REASONS} 处）` : '';
  throw new MingchaError(
    'refused',
    `“${fileName}”的导入不能撤销：有 ${faults.length} 处后来的工作用到了它${more}，什么也没有改`,
    '请先处理列出的各项，或另行导入更正后的表格。',
    { faults: faults.slice(0, MOST_REASONS) },
  );
}
