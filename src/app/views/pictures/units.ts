import type { Scope } from '../../../core/role.ts';
import { PROBLEM_STATUS_CODES, STOCK_STATUSES, waitsForUnit } from '../../../ledger/status.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { latestJudgement } from '../../../store/judgements.ts';
import { channelsJudged, countByUnitAndStatus } from '../../../store/pictures-units.ts';
import { listUnits } from '../../../store/units.ts';
import { listChannelOwners } from '../../../store/views-channel.ts';
import { activeOn, printedUnitName } from '../../../subjects/unit.ts';
import type { App } from '../../open.ts';
import { areaOf, todayOf } from '../area-of.ts';
import { stateOfUnit, UNIT_STATE_CODES, UNIT_STATES } from './unit-state.ts';

const NO_GROUP = '其他单位';
const sum = (values: readonly number[]): number => values.reduce((n, value) => n + value, 0);

/** 单位状态图: every unit that exists today as one tile, in printing order, with the worst of what is open with it. */
export async function viewUnitsPicture(app: App, areaId: string, scope: Scope) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const statuses = { open: STOCK_STATUSES, waiting: PROBLEM_STATUS_CODES.filter(waitsForUnit) };
  const [units, channels, counts, judgement] = await Promise.all([
    listUnits(app.db, areaId),
    listChannelOwners(app.db, areaId),
    countByUnitAndStatus(app.db, areaId, scope, statuses, today),
    latestJudgement(app.db, areaId, today),
  ]);
  const judged = judgement ? await channelsJudged(app.db, judgement.id) : new Set<string>();
  const shown = units.filter((unit) => activeOn(unit, today) && (scope.units === null || scope.units.includes(unit.id)));
  const tiles = shown.map((unit) => {
    const own = counts.filter(({ unitId }) => unitId === unit.id);
    const ownChannels = channels.filter(({ unitId }) => unitId === unit.id);
    const seen = ownChannels.filter(({ id }) => judged.has(id)).length;
    const state = stateOfUnit(own, { channels: ownChannels.length, judged: seen });
    return {
      id: unit.id,
      name: unit.name,
      printedName: printedUnitName(unit),
      group: unit.group ?? NO_GROUP,
      parent: units.find(({ id }) => id === unit.parentId)?.name ?? null,
      state: { code: state, name: UNIT_STATES[state] },
      open: sum(own.map(({ count }) => count)),
      late: sum(own.map(({ late }) => late)),
      channels: ownChannels.length,
      judged: seen,
    };
  });
  return {
    today,
    judgedOn: judgement?.day ?? null,
    states: UNIT_STATE_CODES.map((code) => ({
      code,
      name: UNIT_STATES[code],
      count: tiles.filter(({ state }) => state.code === code).length,
    })),
    areas: [],
    groups: [...groupBy(tiles, ({ group }) => group)].map(([name, members]) => ({ name, units: members })),
  };
}
