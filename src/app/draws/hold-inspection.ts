import { CATEGORIES, type Category } from '../../core/category.ts';
import { type CalendarDate, chineseDate, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { countOfShare } from '../../ledger/draw.ts';
import { drawInspection } from '../../ledger/inspection.ts';
import type { InspectionDraw } from '../../ledger/inspection-draw.ts';
import { findDraw, insertDraw } from '../../store/draws.ts';
import { type ClosedFilter, type ClosedProblem, insertInspections, listClosedProblems } from '../../store/inspections.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import { printedUnitName, type Unit } from '../../subjects/unit.ts';
import { houseOf } from '../../subjects/unit-tree.ts';
import { writeMessages } from '../messages/write-messages.ts';
import type { App } from '../open.ts';
import { withSubUnits } from '../people/callers.ts';
import { inspectionPool } from './inspection-pool.ts';

export interface InspectionOrder {
  purpose: string;
  seed: string;
  categories: readonly Category[];
  unitIds: readonly string[];
  from: CalendarDate | null;
  to: CalendarDate | null;
  size: { count: number } | { percent: number };
  /** People who take no part, each with the reason the protocol prints. */
  inspectorsExcluded: readonly { id: string; reason: string }[];
  /** null = everybody who takes part is sent. */
  inspectorCount: number | null;
  by: string;
}

/**
 * 双随机 (seeds P05): draws problems that were struck off and people to recheck them, none for a matter of their own unit, and keeps
 * it as one record. Answers its id. Throws 'refused' as the draw does, 'bad-input' for people who are not in the pool.
 */
export async function holdInspection(app: App, areaId: string, order: InspectionOrder): Promise<string> {
  const units = await listUnits(app.db, areaId);
  const filter: ClosedFilter = { ...order, unitIds: order.unitIds.flatMap((id) => withSubUnits(units, id)) };
  const closed = await listClosedProblems(app.db, areaId, filter);
  const excluded = await waitingElsewhere(app.db, areaId, closed);
  const open = closed.length - excluded.length;
  if (open === 0) throw new MingchaError('refused', '这个范围内没有可以抽取的已销号问题。', '请放宽类别、单位或日期后再抽。');
  const { inspectors, inspectorsExcluded } = await people(app, areaId, order);
  const family = relatives(units);
  const record = drawInspection({
    ...{ purpose: order.purpose, seed: order.seed, frame: frameOf(order, units), excluded, inspectors, inspectorsExcluded },
    candidates: closed.map((problem) => ({ id: problem.id, unitIds: family(problem) })),
    count: 'count' in order.size ? order.size.count : countOfShare(open, order.size.percent),
    inspectorCount: order.inspectorCount,
  });
  return app.db.transaction().execute(async (trx) => {
    const drawId = await insertDraw(trx, { areaId, kind: 'problems', record, madeAt: app.now(), madeBy: order.by });
    await insertInspections(trx, areaId, drawId, record);
    await tellInspectors(trx, areaId, drawId, record, app.now());
    return drawId;
  });
}

/** Everyone who was drawn is told once how many problems wait. */
async function tellInspectors(db: Db, areaId: string, drawId: string, record: InspectionDraw, at: Instant): Promise<void> {
  const { purpose, inspectors, assignments } = record;
  for (const { id, name, unitId } of inspectors) {
    const tasks = assignments.filter(({ inspectorId }) => inspectorId === id).length;
    if (tasks === 0) continue;
    const body = `您在“${purpose}”中被抽中，负责复查 ${tasks} 个已销号的问题，请在“我的复查任务”中登记结果。`;
    const message = { kind: 'prompt', cause: `draw ${drawId} ${id}`, title: `复查任务：${tasks} 个问题`, body } as const;
    const link = `/areas/${areaId}/draws?view=mine`;
    await writeMessages(db, areaId, { ...message, link, urgent: false, confidential: false, at }, [{ name, unitId }]);
  }
}

/** Drawn before and not looked at yet: once is enough. */
async function waitingElsewhere(db: Db, areaId: string, closed: readonly ClosedProblem[]): Promise<{ id: string; reason: string }[]> {
  const names = new Map<string, string>();
  const excluded: { id: string; reason: string }[] = [];
  for (const { id, waitsIn } of closed) {
    if (waitsIn === null) continue;
    if (!names.has(waitsIn)) names.set(waitsIn, (await findDraw(db, areaId, waitsIn))?.record.purpose ?? waitsIn);
    excluded.push({ id, reason: `已在“${names.get(waitsIn)}”中抽中，尚未复查` });
  }
  return excluded;
}

async function people(app: App, areaId: string, { inspectorsExcluded: left }: InspectionOrder) {
  const pool = await inspectionPool(app, areaId);
  const unknown = left.find(({ id }) => pool.every((one) => one.id !== id));
  if (unknown) throw new MingchaError('bad-input', `检查人员名录中没有编号为 ${unknown.id} 的人。`, '请刷新页面后重新选择。');
  const reasons = new Map(left.map(({ id, reason }) => [id, reason]));
  return {
    inspectors: pool.filter(({ id }) => !reasons.has(id)).map(({ id, name, unitId }) => ({ id, name, unitId })),
    inspectorsExcluded: pool.flatMap(({ id, name }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ id, name, reason }];
    }),
  };
}

/** Units whose people may not recheck a problem: the house of the one charged, of the 主办单位 and of the 主管单位. */
function relatives(units: readonly Unit[]): (problem: ClosedProblem) => string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const houses = new Map<string, string[]>();
  const house = (id: string): string[] => {
    const known = houses.get(id) ?? houseOf(id, byId);
    houses.set(id, known);
    return known;
  };
  return ({ unitId, atUnitId, hostId, supervisorId }) => {
    const concerned = [unitId, atUnitId, hostId, supervisorId].filter((id): id is string => id !== null);
    return [...new Set(concerned.flatMap((id) => [id, ...house(id)]))].sort();
  };
}

/** 抽取范围 as the protocol prints it. */
function frameOf({ categories, unitIds, from, to, size }: InspectionOrder, units: readonly Unit[]): string[] {
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const span = [from && `${chineseDate(from)}起`, to && `${chineseDate(to)}止`].filter(Boolean).join('，');
  return [
    `问题类别：${categories.length === 0 ? '全部' : categories.map((code) => CATEGORIES[code]).join('、')}`,
    `责任单位：${unitIds.length === 0 ? '全部' : unitIds.map((id) => names.get(id) ?? id).join('、')}`,
    `销号日期：${span || '不限'}`,
    'count' in size ? `抽取个数：${size.count}` : `抽取比例：${size.percent}%，不足一个的进一`,
  ];
}
