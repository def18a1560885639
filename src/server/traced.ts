import type { App } from '../app/open.ts';
import type { Caller } from '../app/people/caller.ts';
import { inTrail } from '../app/people/in-trail.ts';
import type { Route } from './load-routes.ts';

/** Does a change that was asked for over the network, and keeps its line in the trail. */
export async function traced<T>(app: App, { id }: Pick<Route, 'id'>, caller: Caller, input: object, work: () => Promise<T>): Promise<T> {
  const given = Object.fromEntries(Object.entries(input));
  const named = Object.entries(given).filter(([name, value]) => /Ids?$/.test(name) && name !== 'areaId' && isNamed(value));
  return inTrail(
    app,
    {
      areaId: given.areaId ?? caller.areaId,
      userId: caller.userId || null,
      name: caller.name,
      role: caller.role,
      act: id,
      about: Object.fromEntries(named),
      given,
      address: caller.door.address,
    },
    work,
  );
}

/** One id, or those of everything that was done at once. */
const isNamed = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((id) => typeof id === 'string'));
