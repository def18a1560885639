import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { areaAndChildren } from '../../store/areas.ts';
import type { Areas, Days } from '../../store/in-areas.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { knowsGrave } from '../people/closed-list.ts';
import { areaOf, todayOf } from './area-of.ts';

/** One area that is looked at. */
export interface AreaSeen {
  id: string;
  name: string;
  /** The day "now" means for it. */
  today: CalendarDate;
  /** What of it this caller may see: its own closed list (知悉范围) decides, not that of the area above. */
  scope: Scope;
}

/** 范围: the areas looked at together, that of the address first. */
export interface Range {
  seen: readonly AreaSeen[];
  areas: Areas;
  /** Only some of the areas, chosen by name. */
  isNarrowed: boolean;
  /** What the caller may see of all of them. */
  scope: Scope;
}

/** The one day of all areas looked at, or that of each: an area of the samples lives in the past. */
export function daysOf(seen: Range['seen']): Days {
  const [first] = seen;
  const isOne = seen.every(({ today }) => today === first?.today);
  return first && isOne ? first.today : seen.map(({ id, today }) => ({ areaId: id, day: today }));
}

/** Those of the areas looked at that are named, all where none is. @throws not-allowed for a name that is not among them. */
export function namedIn<A extends { id: string }>(areas: readonly A[], named: readonly string[]): A[] {
  if (named.some((id) => areas.every((area) => area.id !== id)))
    throw new MingchaError('not-allowed', '所选的地区不在本地区之内。', '请清除地区筛选后重新选择。');
  return areas.filter(({ id }) => named.length === 0 || named.includes(id));
}

/** The area of the address alone. Throws 'not-found'. */
export async function ownRange(app: App, areaId: string, scope: Scope): Promise<Range> {
  const { id, name } = await areaOf(app, areaId);
  return { seen: [{ id, name, today: await todayOf(app, id), scope }], areas: id, isNarrowed: false, scope };
}

/**
 * The area of the address and all below it, or those of them named. They are all the caller's: whoever may look at an area may
 * look at those below (the guard has asked for the upper one). @throws not-found; not-allowed for a name that is not below it.
 */
export async function wholeRange(
  app: App,
  areaId: string,
  caller: Pick<Caller, 'role' | 'scope'>,
  named: readonly string[] = [],
): Promise<Range> {
  await areaOf(app, areaId);
  const chosen = namedIn(await areaAndChildren(app.db, areaId), named);
  // Each area's own closed list decides, not that of the area above.
  const { withheld: _above, withheldIn: _areas, ...own } = caller.scope;
  const seen = await Promise.all(
    chosen.map(async ({ id, name }): Promise<AreaSeen> => {
      const [today, knows] = await Promise.all([todayOf(app, id), knowsGrave(app, id, caller.role)]);
      return { id, name, today, scope: { ...own, ...(knows ? {} : { withheld: CONFIDENTIAL }) } };
    }),
  );
  const withheldIn = seen.flatMap(({ id, scope }) => (scope.withheld ? [id] : []));
  return {
    seen,
    areas: seen.map(({ id }) => id),
    isNarrowed: named.length > 0,
    scope: { ...own, ...(withheldIn.length > 0 ? { withheld: CONFIDENTIAL, withheldIn } : {}) },
  };
}
