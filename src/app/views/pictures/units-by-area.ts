import type { App } from '../../open.ts';
import type { Range } from '../range.ts';
import { UNIT_STATE_CODES, UNIT_STATES } from './unit-state.ts';
import { viewUnitsPicture } from './units.ts';

/** 单位状态图 of several areas: each as one row, with how many of its units are in each state. */
export async function viewUnitsByArea(app: App, { seen }: Range) {
  const pictures = await Promise.all(seen.map(({ id, scope }) => viewUnitsPicture(app, id, scope)));
  const areas = seen.map(({ id, name }, i) => {
    const { judgedOn, states, groups } = pictures[i] as (typeof pictures)[number];
    // A sub-unit's problem stands with the unit above as well: problems are counted with those that are charged.
    const units = groups.flatMap((group) => group.units).filter(({ parent }) => parent === null);
    const sum = (key: 'open' | 'late') => units.reduce((n, unit) => n + unit[key], 0);
    return {
      ...{ id, name, judgedOn, units: states.reduce((n, { count }) => n + count, 0), open: sum('open'), late: sum('late') },
      states: Object.fromEntries(states.map(({ code, count }) => [code, count])),
    };
  });
  return {
    today: pictures[0]?.today ?? '',
    judgedOn: null,
    states: UNIT_STATE_CODES.map((code) => ({
      code,
      name: UNIT_STATES[code],
      count: areas.reduce((n, { states }) => n + (states[code] ?? 0), 0),
    })),
    areas,
    groups: [],
  };
}
