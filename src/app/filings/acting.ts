import type { MatterRole } from '../../subjects/account-matter.ts';
import type { Caller } from '../people/caller.ts';

/** What the use cases of accounts need to know of who calls. */
export type Acting = Pick<Caller, 'role' | 'name' | 'unitId' | 'areaId' | 'scope'>;

/** What somebody is in a matter: the person of a 主管单位 may answer for the unit below it too. */
export function rolesIn(matter: { unitId: string; supervisorId: string | null }, { role, unitId, scope }: Acting): MatterRole[] {
  if (role === 'office' || role === 'centre') return [role];
  if (role !== 'unit') return [];
  const answersFor = (id: string | null): boolean => id !== null && (scope.units ?? [unitId]).includes(id);
  return [...(answersFor(matter.unitId) ? (['unit'] as const) : []), ...(answersFor(matter.supervisorId) ? (['supervisor'] as const) : [])];
}

/** Units whose matters somebody may see. */
export const unitsOf = ({ scope }: Pick<Acting, 'scope'>): readonly string[] | null => scope.units;
