import { randomUUID } from 'node:crypto';
import { type CalendarDate, dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { listedProgrammes } from '../../core/lists/units.ts';
import type { Scope } from '../../core/role.ts';
import { finishItem, insertItem, listItems, listMembers, listProgrammes, putProgramme } from '../../store/programmes.ts';
import { listUnits } from '../../store/units.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/**
 * 专项工作 with its 成员单位 (seeds U13): of each the target, what it has finished, and whether it is covered. A unit sees the
 * programmes it is a member of or guides an item in, and of them its own lines.
 */
export async function viewProgrammes(app: App, areaId: string, scope: Scope) {
  const area = await areaOf(app, areaId);
  const [today, programmes, members, items, units] = await Promise.all([
    todayOf(app, areaId),
    listProgrammes(app.db, areaId),
    listMembers(app.db, areaId),
    listItems(app.db, areaId, scope),
    listUnits(app.db, areaId),
  ]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  const mine = (unitId: string | null): boolean => scope.units === null || (unitId !== null && scope.units.includes(unitId));
  const rows = programmes.map(({ id, name, basis, dueOn }) => {
    const shown = items.filter((item) => item.programmeId === id);
    const lines = members
      .filter(({ programmeId, unitId }) => programmeId === id && mine(unitId))
      .map(({ unitId, target }) => {
        const finished = shown.filter((item) => item.unitId === unitId && item.finishedOn !== null).length;
        return { unit: named(unitId), target, finished, covered: finished >= target };
      });
    return {
      ...{ id, name, basis, dueOn, members: lines },
      late: dueOn !== null && dueOn < today,
      notCovered: lines.filter(({ covered }) => !covered).map(({ unit }) => unit.name),
      items: shown.map((item) => ({
        ...{ id: item.id, title: item.title, note: item.note, enteredBy: item.enteredBy, enteredAt: item.enteredAt },
        ...{ unit: named(item.unitId), helper: item.helperUnitId === null ? null : named(item.helperUnitId), finishedOn: item.finishedOn },
      })),
    };
  });
  return { area: area.name, today, rows: rows.filter((row) => scope.units === null || row.members.length > 0 || row.items.length > 0) };
}

export interface ProgrammeDraft {
  id: string | null;
  name: string;
  basis: string | null;
  dueOn: CalendarDate | null;
  members: readonly { unitId: string; target: number }[];
}

/** Keeps a programme; a new one where `id` is null. Throws 'bad-input' for a member twice or a unit that is not there. */
export async function saveProgramme(app: App, areaId: string, { id, members, ...rest }: ProgrammeDraft, by: string): Promise<string> {
  const known = new Set((await listUnits(app.db, areaId)).map((unit) => unit.id));
  const odd = members.find(({ unitId }, i) => !known.has(unitId) || members.findIndex((other) => other.unitId === unitId) !== i);
  if (odd) throw new MingchaError('bad-input', '成员单位有重复，或者不在本地区。', '请从单位列表中重新选择成员单位。');
  const kept = id ?? randomUUID();
  await putProgramme(app.db, { areaId, id: kept, ...rest, savedBy: by, savedAt: app.now() }, members);
  return kept;
}

export interface ItemDraft {
  programmeId: string;
  unitId: string;
  title: string;
  note: string | null;
  helperUnitId: string | null;
}

/** A member enters what it has to show, with the unit that guides it (seeds U11). Throws 'refused' for a unit that is no member. */
export async function addItem(app: App, areaId: string, { programmeId, unitId, ...rest }: ItemDraft, caller: Caller): Promise<string> {
  const { units } = caller.scope;
  const members = (await listMembers(app.db, areaId)).filter((member) => member.programmeId === programmeId);
  if (members.every((member) => member.unitId !== unitId) || (units !== null && !units.includes(unitId)))
    throw new MingchaError('refused', '这个单位不是该项工作的成员单位。', '请由政务公开办先把它列为成员单位。');
  if (rest.helperUnitId === unitId) throw new MingchaError('bad-input', '指导单位不能是报送单位自己。', '请选择另一个单位。');
  const { helperUnitId } = rest;
  if (helperUnitId !== null && !(await listUnits(app.db, areaId)).some((unit) => unit.id === helperUnitId))
    throw new MingchaError('bad-input', '没有这个指导单位。', '请从单位列表中选择。');
  const id = randomUUID();
  const entered = { enteredBy: caller.name, enteredAt: app.now(), finishedOn: null, finishedBy: null };
  await insertItem(app.db, { areaId, programmeId, id, unitId, ...rest, ...entered });
  return id;
}

/** Finished on a day, or open again with null; by the unit itself, the unit that guides it, or the office. Throws 'not-found'. */
export async function markItem(
  app: App,
  areaId: string,
  { programmeId, itemId, on }: { programmeId: string; itemId: string; on: CalendarDate | null },
  caller: Caller,
): Promise<void> {
  const item = (await listItems(app.db, areaId, caller.scope)).find((one) => one.programmeId === programmeId && one.id === itemId);
  if (!item) throw new MingchaError('not-found', '没有这一项。', '请刷新后重新选择。');
  if (on !== null && on > dateAt(app.now())) throw new MingchaError('bad-input', `完成日期${on}在今天以后。`, '请填写今天或以前的日期。');
  await finishItem(app.db, item, on === null ? null : { on, by: caller.name });
}

/** The programmes asked for as a workbook: members with their state, and the items. */
export async function programmesFile(
  app: App,
  areaId: string,
  scope: Scope,
  { q }: { q?: string | undefined },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { area, today, rows: all } = await viewProgrammes(app, areaId, scope);
  const rows = listedProgrammes(all, q);
  const notes = [
    `${area}专项工作成员单位`,
    `统计截止：${today}`,
    '规则版本：programme/1（完成数达到目标数的计为已覆盖）',
    filterNote([['专项工作、成员单位', q]]),
  ];
  const members = rows.flatMap(({ name, dueOn, members: lines }) =>
    lines.map(({ unit, target, finished, covered }) => [name, dueOn ?? '', unit.name, target, finished, covered ? '已覆盖' : '未覆盖']),
  );
  const items = rows.flatMap(({ name, items: lines }) =>
    lines.map(({ unit, helper, title, note, finishedOn }) => [name, unit.name, helper?.name ?? '', title, note ?? '', finishedOn ?? '']),
  );
  const bytes = await listWorkbook([
    {
      name: '成员单位',
      notes,
      head: ['专项工作', '完成期限', '成员单位', '目标', '已完成', '是否覆盖'],
      widths: [34, 12, 26, 8, 8, 10],
      rows: members,
    },
    {
      name: '报送事项',
      notes,
      head: ['专项工作', '报送单位', '指导单位', '事项', '说明', '完成日期'],
      widths: [34, 26, 26, 40, 40, 12],
      rows: items,
    },
  ]);
  return { fileName: `${area}专项工作成员单位.xlsx`, bytes };
}
