import { MingchaError } from '../core/error.ts';
import { rankOf } from './draw.ts';

/** Someone who can be sent, and the unit they belong to; null = of no unit that is watched. */
export interface Inspector {
  id: string;
  unitId: string | null;
}

/** What is to be rechecked, and the units it is about: the one charged with it, and those over and under it. */
export interface Inspected {
  id: string;
  unitIds: readonly string[];
}

export interface Assignment {
  objectId: string;
  inspectorId: string;
  /** Inspectors passed over because the object is their own unit's. */
  ownUnit: readonly string[];
}

/**
 * The second half of 双随机: an inspector for every drawn object, in the order drawn. Nobody inspects their own unit.
 * Among those with the fewest objects so far the lowest `rankOf(seed, object id + line feed + inspector id)` goes, so
 * the work is shared evenly and the result can be repeated. `load` holds what each has already, and is counted up.
 * @throws refused naming the object for which only people of its own unit are there.
 */
export function assignInspectors(
  objects: readonly Inspected[],
  inspectors: readonly Inspector[],
  seed: string,
  load: Map<string, number> = new Map(),
): Assignment[] {
  const has = ({ id }: Inspector): number => load.get(id) ?? 0;
  return objects.map((object) => {
    const isOwn = ({ unitId }: Inspector): boolean => unitId !== null && object.unitIds.includes(unitId);
    const free = inspectors.filter((inspector) => !isOwn(inspector));
    const ownUnit = inspectors.filter(isOwn).map(({ id }) => id);
    const least = Math.min(...free.map(has));
    const [first, ...others] = free.filter((inspector) => has(inspector) === least);
    if (!first)
      throw new MingchaError('refused', `“${object.id}”没有可派的检查人员：名单上都是本单位的人`, '请增加其他单位的检查人员后再派');
    const rank = ({ id }: Inspector): string => rankOf(seed, `${object.id}\n${id}`);
    const chosen = others.reduce((best, next) => (rank(next) < rank(best) ? next : best), first);
    load.set(chosen.id, least + 1);
    return { objectId: object.id, inspectorId: chosen.id, ownUnit };
  });
}
