import type { UserRole } from '../../core/role.ts';
import { listAreas } from '../../store/areas.ts';
import { areasWithUnits } from '../../store/views-facets.ts';
import type { AreaLevel } from '../../subjects/area.ts';
import { rangeWords } from '../../subjects/range-words.ts';
import type { App } from '../open.ts';
import { knowsGrave } from '../people/closed-list.ts';
import { periodsOf } from './area-of.ts';

const LEVEL_NAMES: Record<AreaLevel, string> = { province: '省', city: '市', county: '县（市、区）', township: '乡镇' };

/** Areas with the periods that were reckoned for each; those a caller may not look at are left out (seeds U06). */
export async function viewAreas(app: App, only: ReadonlySet<string> | null, role: UserRole) {
  const areas = (await listAreas(app.db)).filter(({ id }) => only === null || only.has(id));
  const registered = await areasWithUnits(app.db);
  return Promise.all(
    areas.map(async ({ id, name, level, parentId }) => ({
      id,
      name,
      levelName: LEVEL_NAMES[level],
      parentId,
      words: rangeWords({ name, level }),
      registered: registered.has(id),
      knowsGrave: await knowsGrave(app, id, role),
      periods: (await periodsOf(app, id)).map(({ id: periodId, label, kind, cutoff }) => ({ id: periodId, label, kind, cutoff })),
    })),
  );
}
