import { IMPORT_TABLES, type ImportTable, keyText, type RowRef, rowsByKey } from '../../../store/import-rows.ts';
import type { ImportChange } from '../../../store/imports.ts';
import { postId } from '../../../store/posts.ts';
import type { Db } from '../../../store/schema.ts';
import { PLATFORM_NAMES } from '../../../subjects/channel.ts';
import { columnName } from '../../../subjects/column.ts';
import type { NoticeRows } from './apply-import.ts';
import type { Change, ImportPlan } from './plan-import.ts';

const rows = <T>({ add, change }: Change<T>): T[] => [...add, ...change];

/** Every row an import is about to write, by table, with the words it is known by. */
function rowsOf(plan: ImportPlan, notice: NoticeRows | null): Record<ImportTable, RowRef[]> {
  const units = new Map(rows(plan.units).map((unit) => [unit.id, unit.name]));
  const post = (one: ImportPlan['figures'][number]): string => `${one.date}“${one.title}”`;
  return {
    area: plan.areas.add.map(({ id, name }) => ({ key: { id }, label: name })),
    unit: rows(plan.units).map(({ areaId: area_id, id, name }) => ({ key: { area_id, id }, label: name })),
    site: rows(plan.sites).map(({ areaId: area_id, id, name }) => ({ key: { area_id, id }, label: name })),
    site_column: rows(plan.columns).map(({ siteId: site_id, id, path }) => ({ key: { site_id, id }, label: columnName(path) })),
    account: rows(plan.accounts).map(({ areaId: area_id, id, name, platform }) => ({
      key: { area_id, id },
      label: `${PLATFORM_NAMES[platform]}“${name}”`,
    })),
    account_post: rows(plan.posts).map((one) => ({ key: { account_id: one.accountId, id: postId(one) }, label: post(one) })),
    account_post_seen: plan.figures.map((one) => ({ key: { account_id: one.accountId, post_id: postId(one) }, label: post(one) })),
    account_fresh: [...plan.fresh.keys()].map((account_id) => ({ key: { account_id }, label: '截至日期' })),
    office_record: plan.records.flatMap((change) =>
      rows(change).map(({ areaId: area_id, kind, id, day }) => ({ key: { area_id, kind, id }, label: `${day}的记录` })),
    ),
    volume: rows(plan.volumes).map(({ areaId: area_id, unitId: unit_id, period }) => ({
      key: { area_id, unit_id, period },
      label: `${units.get(unit_id) ?? '单位'}${period}信息量`,
    })),
    portal_total: plan.portalTotals.map(({ areaId: area_id, period }) => ({ key: { area_id, period }, label: `${period}全网发布总数` })),
    period: notice ? [{ key: { area_id: notice.period.areaId, id: notice.period.id }, label: notice.period.label }] : [],
    channel_verdict: (notice?.verdicts ?? []).map(({ areaId: area_id, periodId: period_id, channelId: channel_id }) => ({
      key: { area_id, period_id, channel_id },
      label: `${period_id}检查结果`,
    })),
  };
}

/** Does `write` and tells what became of every row the plan names: as it stood before, and after. */
export async function writtenRows(
  db: Db,
  plan: ImportPlan,
  notice: NoticeRows | null,
  write: () => Promise<void>,
): Promise<ImportChange[]> {
  const refs = rowsOf(plan, notice);
  const tables = Object.keys(IMPORT_TABLES) as ImportTable[];
  const before = new Map<ImportTable, Awaited<ReturnType<typeof rowsByKey>>>();
  for (const table of tables) before.set(table, await rowsByKey(db, table, refs[table]));
  await write();
  const changes: ImportChange[] = [];
  for (const table of tables) {
    const after = await rowsByKey(db, table, refs[table]);
    for (const { key, label } of refs[table]) {
      const id = keyText(table, key);
      const [was, is] = [before.get(table)?.get(id) ?? null, after.get(id)];
      if (is && JSON.stringify(was) !== JSON.stringify(is)) changes.push({ tableName: table, key, label, before: was, after: is });
    }
  }
  return changes;
}
