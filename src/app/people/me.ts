import { USER_ROLES } from '../../core/role.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { changeKey, whoHolds } from './sessions.ts';

/** What a browser that holds this token is told about itself. */
export async function viewMe(app: App, token: string | null) {
  const held = token === null ? null : await whoHolds(app, token);
  if (token === null || held === null) return { state: 'out' as const, singleSignOn: app.config.signOn?.name ?? null };
  if (held.pending) return { state: 'code' as const, changeKey: changeKey(token) };
  const { login, name, role, areaId, unitId, administers, mustChange, totpSecret } = held.user;
  const units = areaId !== null && unitId !== null ? await listUnits(app.db, areaId) : [];
  const unit = units.find(({ id }) => id === unitId);
  return {
    state: 'in' as const,
    ...{ login, name, role, roleName: USER_ROLES[role], areaId, administers, mustChange },
    unit: unit ? { id: unit.id, name: unit.name } : null,
    secondFactor: totpSecret !== null,
    changeKey: changeKey(token),
  };
}
