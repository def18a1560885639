import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { stateOn } from '../../subjects/channel.ts';
import { columnName } from '../../subjects/column.ts';
import type { SpotKind } from '../../subjects/draw-kind.ts';
import type { Register } from '../../subjects/register.ts';
import { activeOn, printedUnitName } from '../../subjects/unit.ts';

/** One who can be drawn, as the protocol names them. */
export interface Candidate {
  id: string;
  name: string;
}

/** Everyone who can be drawn on a day: units in service, or columns with an address on sites in operation. In the order of the register. */
export function candidatesOf(register: Register, kind: SpotKind, day: CalendarDate): Candidate[] {
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  if (kind === 'units')
    return register.units.filter((unit) => activeOn(unit, day)).map((unit) => ({ id: unit.id, name: printedUnitName(unit) }));
  const open = new Set(register.sites.filter((site) => stateOn(site.states, day) === 'in_operation').map(({ id }) => id));
  return register.columns
    .filter((column) => column.url !== null && open.has(column.siteId) && activeOn(column, day))
    .map((column) => {
      const unit = units.get(column.unitId);
      return { id: column.id, name: `${unit ? printedUnitName(unit) : column.unitId}“${columnName(column.path)}”` };
    });
}

/** Those left out of a draw, by name or id, each with its reason. Throws 'bad-input' for a name nobody bears. */
export function excludedOf(candidates: readonly Candidate[], wanted: readonly { name: string; reason: string }[]) {
  return wanted.map(({ name, reason }) => {
    const found = candidates.filter((candidate) => candidate.id === name || candidate.name === name);
    const [candidate] = found;
    if (candidate && found.length === 1) return { id: candidate.id, reason };
    throw new MingchaError('bad-input', `名单中${found.length > 1 ? '不止一个' : '没有'}“${name}”，不能排除。`, '请写底册中的全称或编号。');
  });
}
