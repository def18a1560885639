import { randomUUID } from 'node:crypto';
import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { listedBodies } from '../../core/lists/units.ts';
import type { Scope } from '../../core/role.ts';
import { type BodyEntry, listBodyEntries, putBodyEntry, retireBodyEntry } from '../../store/bodies.ts';
import { listUnits } from '../../store/units.ts';
import { activeOn, printedUnitName } from '../../subjects/unit.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';

/** 公共企事业单位 under their 主管部门, each with its own catalogue and how much of it is disclosed (seeds U07). They are no site of the area. */
export async function viewBodies(app: App, areaId: string, scope: Scope) {
  const area = await areaOf(app, areaId);
  const today = dateAt(app.now());
  const [units, entries] = await Promise.all([listUnits(app.db, areaId), listBodyEntries(app.db, areaId, scope)]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const rows = units
    .filter((unit) => unit.kind === 'public_service_body' && activeOn(unit, today) && (scope.units?.includes(unit.id) ?? true))
    .map((unit) => {
      const own = entries.filter(({ unitId }) => unitId === unit.id);
      const disclosed = own.filter(({ url }) => url !== null).length;
      return {
        unit: { id: unit.id, name: printedUnitName(unit) },
        /** null = nobody is registered to supervise it. */
        supervisor: unit.parentId === null ? null : (names.get(unit.parentId) ?? null),
        entries: own.map(({ id, item, basis, timeLimit, url }) => ({ id, item, basis, timeLimit, url })),
        total: own.length,
        disclosed,
        /** null = no catalogue yet. */
        coverage: own.length === 0 ? null : Math.round((disclosed * 1000) / own.length) / 10,
      };
    });
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((n, row) => n + of(row), 0);
  return { area: area.name, today, rows, total: sum(({ total }) => total), disclosed: sum(({ disclosed }) => disclosed) };
}

/** Keeps an entry of a body's catalogue; a new one where `id` is null. Throws 'bad-input' for a unit of another kind. */
export async function saveBodyEntry(
  app: App,
  areaId: string,
  { id, ...entry }: Pick<BodyEntry, 'unitId' | 'item' | 'basis' | 'timeLimit' | 'url'> & { id: string | null },
  by: string,
): Promise<string> {
  const unit = (await listUnits(app.db, areaId)).find((one) => one.id === entry.unitId);
  if (unit?.kind !== 'public_service_body')
    throw new MingchaError(
      'bad-input',
      `${unit?.name ?? '这个单位'}不是公共企事业单位。`,
      '请先在“单位”表中把类别写为“公共企事业单位”，并填写上级单位。',
    );
  const kept = id ?? randomUUID();
  await putBodyEntry(app.db, { areaId, id: kept, ...entry, savedBy: by, savedAt: app.now() });
  return kept;
}

/** Takes an entry out of a body's catalogue. @throws not-found. */
export async function removeBodyEntry(app: App, areaId: string, key: { unitId: string; id: string }): Promise<void> {
  if (await retireBodyEntry(app.db, { areaId, ...key }, app.now())) return;
  throw new MingchaError('not-found', '目录中没有这一项。', '请刷新后重试。');
}

/** The catalogues asked for as a workbook. */
export async function bodiesFile(
  app: App,
  areaId: string,
  scope: Scope,
  { q }: { q?: string | undefined },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { area, today, rows: all, total, disclosed } = await viewBodies(app, areaId, scope);
  const rows = listedBodies(all, q);
  const notes = [
    `${area}公共企事业单位公开目录`,
    `统计截止：${today}　单位 ${all.length} 个，目录 ${total} 项，已公开 ${disclosed} 项`,
    '规则版本：body-catalogue/1（填有公开网址的计为已公开；不计入网站、账号基数）',
    filterNote([['单位、主管部门', q]]),
  ];
  const head = ['单位', '主管部门', '公开事项', '依据', '公开时限', '公开网址'];
  const lines = rows.flatMap(({ unit, supervisor, entries }) =>
    entries.length === 0
      ? [[unit.name, supervisor ?? '', '（还没有目录）', '', '', '']]
      : entries.map(({ item, basis, timeLimit, url }) => [unit.name, supervisor ?? '', item, basis ?? '', timeLimit ?? '', url ?? '']),
  );
  const bytes = await listWorkbook([{ name: '公开目录', notes, head, widths: [26, 22, 40, 40, 14, 50], rows: lines }]);
  return { fileName: `${area}公共企事业单位公开目录.xlsx`, bytes };
}
