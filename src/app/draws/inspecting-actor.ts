import type { Actor } from '../../ledger/event.ts';
import type { Caller } from '../people/caller.ts';

/** Who was drawn acts for the office, in the name of the own person and unit; the ledger refuses a matter of that unit. */
export function inspectingActor({ role, unitId, name }: Caller): Actor {
  return { role: role === 'unit' || role === 'reader' ? 'office' : role, unitId, name };
}
