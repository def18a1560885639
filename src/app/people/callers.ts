import { MingchaError } from '../../core/error.ts';
import { knownTo, type Scope, type UserRole, WHOLE_AREA } from '../../core/role.ts';
import { areaAndChildren } from '../../store/areas.ts';
import { listUnits } from '../../store/units.ts';
import type { User } from '../../store/users.ts';
import type { Unit } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import type { Caller } from './caller.ts';
import type { Door } from './sessions.ts';

/** The caller a user is, with nothing in its scope yet. */
export function callerFrom(user: User, session: { token: string | null; door: Door }): Caller {
  const { id, name, role, areaId, unitId, administers } = user;
  const scope = { units: [], categories: [] };
  return { userId: id, name, role, areaId, unitId, administers, scope, token: session.token, door: session.door };
}

/** Areas a user looks at: its own and all below (seeds U06); null = every area there is. */
export async function areasOf(app: App, user: { areaId: string | null }): Promise<ReadonlySet<string> | null> {
  if (user.areaId === null) return null;
  return new Set((await areaAndChildren(app.db, user.areaId)).map(({ id }) => id));
}

/** What falls to a role by itself: a unit with its sub-units, a bureau's categories, nothing of a third party's (seeds U05, U08, U12). */
export async function ownScope(app: App, user: Pick<User, 'role' | 'areaId' | 'unitId' | 'fields'>): Promise<Scope> {
  const own: Record<UserRole, () => Promise<Scope> | Scope> = {
    office: () => WHOLE_AREA,
    centre: () => WHOLE_AREA,
    reader: () => WHOLE_AREA,
    bureau: () => ({ units: null, categories: user.fields }),
    third_party: () => ({ units: [], categories: [] }),
    unit: async () => ({ units: await unitsBelow(app, user), categories: null }),
  };
  return knownTo(user.role, await own[user.role]());
}

async function unitsBelow(app: App, { areaId, unitId }: Pick<User, 'areaId' | 'unitId'>): Promise<string[]> {
  if (areaId === null || unitId === null) return [];
  return withSubUnits(await listUnits(app.db, areaId), unitId);
}

/** A unit and everything below it; a ring in the register ends where it began. */
export function withSubUnits(units: readonly Pick<Unit, 'id' | 'parentId'>[], unitId: string): string[] {
  const found = new Set([unitId]);
  for (const id of found) for (const unit of units) if (unit.parentId === id) found.add(unit.id);
  return [...found];
}

/** Whether the area that a call names is the caller's. @throws not-allowed. */
export async function checkArea(app: App, caller: Pick<Caller, 'areaId'>, input: Readonly<Record<string, unknown>>): Promise<void> {
  if (typeof input.areaId !== 'string') return;
  const areas = await areasOf(app, caller);
  if (areas !== null && !areas.has(input.areaId))
    throw new MingchaError('not-allowed', '您无权查看这个地区。', '请在页面右上角换成您所在的地区。');
}

/** Units an input names: `unitId` or a list of `unitIds` / `unit`. @throws not-allowed when one is not the caller's own. */
export function checkUnits(scope: Scope, input: Readonly<Record<string, unknown>>): void {
  const { units } = scope;
  if (units === null) return;
  const named = [input.unitId, input.unitIds, input.unit].flat().filter((id): id is string => typeof id === 'string' && id !== '');
  if (named.some((id) => !units.includes(id)))
    throw new MingchaError(
      'not-allowed',
      '只能查看和办理本单位（含下属单位）的事项。',
      '请从“本单位”页面进入；确需办理其他单位的事项，请联系政务公开办。',
    );
}
