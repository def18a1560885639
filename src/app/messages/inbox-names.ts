import { USER_ROLES } from '../../core/role.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';

/** Names a person's messages are kept under: the own one, and that of the unit or, for the other roles, of the office. */
export async function inboxNames(
  app: App,
  { name, role, areaId, unitId }: Pick<Caller, 'name' | 'role' | 'areaId' | 'unitId'>,
): Promise<string[]> {
  if (role !== 'unit') return [name, USER_ROLES[role]];
  const units = areaId === null ? [] : await listUnits(app.db, areaId);
  return [name, ...units.filter(({ id }) => id === unitId).map((unit) => unit.name)];
}
