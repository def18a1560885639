import { groupBy } from '../../checks/lib/group-by.ts';
import { CATEGORIES } from '../../core/category.ts';
import { addDays, type CalendarDate } from '../../core/date.ts';
import type { Scope } from '../../core/role.ts';
import { PROBLEM_STATUSES } from '../../ledger/status.ts';
import { listPatrols, type PatrolProblem, patrolCounts, patrolProblems } from '../../store/patrols.ts';
import { readRegister } from '../../store/register.ts';
import { activeOn } from '../../subjects/unit.ts';
import { filterNote, namesOf } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** Shown when nobody asks for other days. */
const USUAL_DAYS = 92;

export interface PatrolsAsked {
  unitIds: readonly string[];
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  q?: string | undefined;
  only?: 'found' | 'clean' | undefined;
  sort?: 'new' | 'found' | undefined;
  /** Left out = all of them. */
  page?: { number: number; size: number };
}

/**
 * 主动巡网 of the units of a scope: one page of the patrols with what each found, and by unit how much all of those asked for found and
 * fixed before others did.
 */
export async function viewPatrols(app: App, areaId: string, scope: Scope, { unitIds, from, to, q, only, sort, page }: PatrolsAsked) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const span = { from: from ?? addDays(to ?? today, -USUAL_DAYS), to: to ?? today };
  const own = unitIds.length === 0 ? scope.units : unitIds.filter((id) => scope.units?.includes(id) ?? true);
  const withheld = scope.withheld ?? [];
  const filter = { ...span, unitIds: own, words: q ?? null, only: only ?? null, withheld };
  const part = page && { limit: page.size, offset: (page.number - 1) * page.size };
  const [{ units, sites, accounts, columns }, { patrols, total }, counts] = await Promise.all([
    readRegister(app.db, areaId),
    listPatrols(app.db, areaId, { ...filter, order: sort ?? 'new' }, part),
    patrolCounts(app.db, areaId, filter),
  ]);
  const problems = await patrolProblems(
    app.db,
    areaId,
    patrols.map(({ id }) => id),
    withheld,
  );
  const found = groupBy(problems, ({ patrolId }) => patrolId);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const unitOf = (id: string) => ({ id, name: names.get(id) ?? id });
  const isOwn = (id: string): boolean => scope.units?.includes(id) ?? true;
  const mine = (one: { unitId: string }): boolean => isOwn(one.unitId);
  return {
    ...span,
    today,
    total,
    rows: patrols.map(({ id, unitId, day, scope: looked, note, promptId, byName, at }) => ({
      ...{ id, day, scope: looked, note, promptId, by: byName, at },
      unit: unitOf(unitId),
      problems: (found.get(id) ?? []).map(problemWords),
    })),
    units: counts.map(({ unitId, ...count }) => ({ unit: unitOf(unitId), ...count })),
    choices: {
      units: units.filter((unit) => isOwn(unit.id) && activeOn(unit, today)).map(({ id, name }) => ({ id, name })),
      channels: scope.units === null ? [] : [...sites, ...accounts].filter(mine).map(({ id, name }) => ({ id, name })),
      columns:
        scope.units === null ? [] : columns.filter(mine).map(({ id, siteId, path }) => ({ id, channelId: siteId, name: path.join('—') })),
      categories: Object.entries(CATEGORIES).map(([code, name]) => ({ code, name })),
    },
  };
}

const problemWords = ({ id, category, placeLabel, text, status, foundOn, fixedOn, alsoFoundOn }: PatrolProblem) => ({
  ...{ id, place: placeLabel, text, foundOn, fixedOn, alsoFoundOn },
  category: { code: category, name: CATEGORIES[category] },
  status: { code: status, name: PROBLEM_STATUSES[status] },
});

type Row = Awaited<ReturnType<typeof viewPatrols>>['rows'][number];

/** The same as a workbook: units first, then every patrol and every problem. */
export async function patrolsFile(
  app: App,
  areaId: string,
  scope: Scope,
  asked: PatrolsAsked,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const area = await areaOf(app, areaId);
  const { rows, units, choices, from, to } = await viewPatrols(app, areaId, scope, asked);
  const notes = [
    `${area.name}主动巡网记录`,
    `${from}至${to}，统计截止：${to}`,
    '规则版本：patrol/1（单位自查发现的问题在规定工作日内不计入该单位的问题）',
    filterNote([
      ['单位', namesOf(asked.unitIds, choices.units)],
      ['只看', asked.only && { found: '发现问题的', clean: '未发现问题的' }[asked.only]],
      ['巡查范围、说明、登记人', asked.q],
    ]),
  ];
  const bytes = await listWorkbook([
    {
      name: '各单位',
      notes,
      head: ['单位', '巡网次数', '最近一次', '自查发现', '已整改', '先于检查发现'],
      widths: [30, 10, 12, 10, 10, 14],
      rows: units.map(({ unit, patrols, lastOn, found, fixed, first }) => [unit.name, patrols, lastOn, found, fixed, first]),
    },
    {
      name: '巡网记录',
      notes,
      head: ['日期', '单位', '巡查范围', '类别', '位置', '问题', '整改', '检查发现', '状态', '说明', '登记人'],
      widths: [12, 28, 30, 18, 30, 40, 12, 12, 12, 30, 12],
      rows: rows.flatMap(linesOf),
    },
  ]);
  return { fileName: `${area.name}主动巡网${from}至${to}.xlsx`, bytes };
}

function linesOf({ day, unit, scope, note, by, problems }: Row): (string | number | null)[][] {
  if (problems.length === 0) return [[day, unit.name, scope, null, null, '未发现问题', null, null, null, note, by]];
  return problems.map((one) => [
    ...[day, unit.name, scope, one.category.name, one.place, one.text, one.fixedOn, one.alsoFoundOn, one.status.name, note, by],
  ]);
}
