import type { Unit } from '../../subjects/unit.ts';

/** Whose rows a query answers: a unit sees its own and its sub-units', an office, with no unit named, everybody's. */
export interface UnitScope {
  unitId: string | undefined;
  /** Units the caller may see at all; absent or null = every one. */
  own?: readonly string[] | null;
}

/** Units within a scope; null = all. */
export function unitsInScope(units: readonly Unit[], { unitId, own = null }: UnitScope): ReadonlySet<string> | null {
  if (unitId === undefined) return own === null ? null : new Set(own);
  const within = new Set([unitId]);
  for (let before = 0; before < within.size; ) {
    before = within.size;
    for (const unit of units) if (unit.parentId !== null && within.has(unit.parentId)) within.add(unit.id);
  }
  return own === null ? within : new Set([...within].filter((id) => own.includes(id)));
}
