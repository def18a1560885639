import type { Category } from '../../../core/category.ts';
import type { CalendarDate } from '../../../core/date.ts';
import type { Limit } from '../../../core/limit.ts';
import type { Unit } from '../../../subjects/unit.ts';
import type { SettleContext } from '../settle/context.ts';
import type { Settled } from '../settle/settle.ts';
import type { SeedNotice, SeedProblem } from './schema.ts';
import { problemPath } from './seed-columns.ts';

/** One problem a notice prints, ready for an office to open a ledger with. It is a candidate: nothing is in the ledger yet. */
export interface OpeningProblem {
  /** Id inside the notice. */
  ref: string;
  /** Unit the problem counts for: the parent of a sub-unit (seeds U08). */
  unitId: string;
  /** Unit it stands at. */
  atUnitId: string;
  channelIds: readonly string[];
  path: readonly string[] | null;
  object: string | null;
  category: Category;
  text: string;
  foundOn: CalendarDate | null;
  lastUpdate: CalendarDate | null;
  limit: Limit | null;
  dueOn: CalendarDate | null;
  vetoed: boolean | null;
  rectified: SeedProblem['rectified'];
  carriedOver: SeedProblem['carriedOver'];
  /** `ref` of the earlier sighting it repeats. */
  recurrenceOf: string | null;
  /** The printed facts contradict each other: such a row needs a person before it accuses anyone. */
  inconsistent: boolean;
}

/** Problems of named units; those said of unnamed units (部分单位) can be held against nobody. */
export function openingProblems(
  notice: SeedNotice,
  fileName: string,
  settled: Settled,
  { index, remarks, byPath }: SettleContext,
): OpeningProblem[] {
  const units = new Map(settled.units.map((unit) => [unit.id, unit]));
  // Channels that were asked about instead of registered have no id.
  const channels = new Map(notice.channels.map((channel, i) => [channel.id, byPath.get(`channels[${i}]`)]));
  const openings: OpeningProblem[] = [];
  for (const [i, problem] of notice.problems.entries()) {
    if (problem.unit === null) continue;
    const place = { sheet: fileName, field: `problems[${i}].unit` };
    const unitId = index.resolve(problem.unit, place, 'unit', remarks);
    for (const id of problem.channels) {
      if (channels.has(id)) continue;
      remarks.fault({ ...place, field: `problems[${i}].channels`, value: id, message: '在 channels 里找不到，应为其中一个的 id' });
    }
    if (unitId === null) continue;
    const path = problemPath(problem);
    const below = settled.units.find((unit) => unit.parentId === unitId && path?.includes(unit.name));
    openings.push({
      ref: problem.id,
      unitId: chargedUnit(unitId, units),
      atUnitId: below?.id ?? unitId,
      channelIds: problem.channels.flatMap((id) => channels.get(id) ?? []),
      path,
      object: problem.object,
      category: problem.category,
      text: problem.text,
      foundOn: problem.detectedDate,
      lastUpdate: problem.lastUpdateDate,
      limit: problem.threshold,
      dueOn: problem.dueDate,
      vetoed: problem.vetoed,
      rectified: problem.rectified,
      carriedOver: problem.carriedOver,
      recurrenceOf: problem.recurrenceOf,
      inconsistent: problem.inconsistent,
    });
  }
  return openings;
}

/** A sub-unit answers through the unit above it. */
function chargedUnit(id: string, units: ReadonlyMap<string, Unit>): string {
  const unit = units.get(id);
  return unit?.parentId && (unit.kind === 'sub_unit' || unit.kind === 'community') ? chargedUnit(unit.parentId, units) : id;
}
