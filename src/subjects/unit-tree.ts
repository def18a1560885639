import type { Unit, UnitKind } from './unit.ts';

type Node = Pick<Unit, 'id' | 'parentId' | 'kind'>;

/** Units that answer through the one above them (seeds U08). A 公共企事业单位 answers for itself under its department (U07). */
const THROUGH_PARENT: readonly UnitKind[] = ['sub_unit', 'community'];
/** Units that answer for themselves and yet belong to the one above. */
const BELONGS: readonly UnitKind[] = ['public_service_body', 'institution'];

/** The unit that a problem of this unit is charged to: itself, or for a sub-unit (居委会, 所, 队) the first above that is none. */
export function chargedUnit(id: string, units: ReadonlyMap<string, Node>): string {
  return climb(id, units, THROUGH_PARENT);
}

/** Units of one house: those charged to the same unit, and for one that belongs to a department that department's. */
export function houseOf(id: string, units: ReadonlyMap<string, Node>): string[] {
  const whole = [...THROUGH_PARENT, ...BELONGS];
  const head = climb(id, units, whole);
  return [...units.keys()].filter((other) => climb(other, units, whole) === head);
}

/** Climbs while the unit is of a kind that does. A circle in the register ends where it began. */
function climb(id: string, units: ReadonlyMap<string, Node>, kinds: readonly UnitKind[]): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const unit = units.get(at);
    if (!unit?.parentId || !units.has(unit.parentId) || !kinds.includes(unit.kind) || seen.has(at)) return at;
    seen.add(at);
    at = unit.parentId;
  }
}
