import { randomInt } from 'node:crypto';
import { CATEGORY_CODES } from '../../core/category.ts';
import { USER_ROLES } from '../../core/role.ts';
import { countClosed } from '../../store/inspections.ts';
import { readRegister } from '../../store/register.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { namedCategory } from '../views/words.ts';
import { inspectionPool } from './inspection-pool.ts';
import { candidatesOf } from './population.ts';

/** What an area can draw from today: problems struck off by kind and unit, people, units and columns. */
export async function drawChoices(app: App, areaId: string) {
  const [register, closed, pool, today] = await Promise.all([
    readRegister(app.db, areaId),
    countClosed(app.db, areaId),
    inspectionPool(app, areaId),
    todayOf(app, areaId),
  ]);
  const sum = (of: (row: (typeof closed)[number]) => boolean) => closed.filter(of).reduce((n, { count }) => n + count, 0);
  return {
    closed: sum(() => true),
    categories: CATEGORY_CODES.map((code) => ({ ...namedCategory(code), count: sum((row) => row.category === code) })).filter(
      ({ count }) => count > 0,
    ),
    units: register.units
      .map((unit) => ({ code: unit.id, name: printedUnitName(unit), count: sum((row) => row.unitId === unit.id) }))
      .filter(({ count }) => count > 0),
    inspectors: pool.map(({ id, name, role, unitName }) => ({ id, name, roleName: USER_ROLES[role], unitName })),
    candidates: {
      units: candidatesOf(register, 'units', today),
      columns: candidatesOf(register, 'columns', today),
    },
    /** A seed to begin with; one that is called out in the room is better. */
    seed: `${today.replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`,
  };
}
