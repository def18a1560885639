import type { Scope, UserRole } from '../../core/role.ts';
import type { NamedInspector } from '../../ledger/inspection-draw.ts';
import { listUnits } from '../../store/units.ts';
import { listUsers } from '../../store/users.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';

/** Readers change nothing, so they are sent nowhere. */
const CAN_INSPECT: readonly UserRole[] = ['office', 'centre', 'third_party', 'bureau', 'unit'];

/** Somebody who can be sent, as the office chooses them. */
export interface PoolMember extends NamedInspector {
  role: UserRole;
  unitName: string | null;
  /** Categories a bureau's person keeps to elsewhere; shown, and no limit here. */
  fields: Scope['categories'];
}

/** 检查人员名录: everyone of the area who can sign in and enter a result, in the order of their names. */
export async function inspectionPool(app: Pick<App, 'db'>, areaId: string): Promise<PoolMember[]> {
  const [users, units] = await Promise.all([listUsers(app.db, [areaId]), listUnits(app.db, areaId)]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  return users
    .filter(({ role, disabledAt }) => CAN_INSPECT.includes(role) && disabledAt === null)
    .map(({ id, name, role, unitId, fields }) => ({
      ...{ id, name, role, unitId, fields },
      unitName: unitId === null ? null : (names.get(unitId) ?? unitId),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
}
