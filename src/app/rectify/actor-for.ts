import type { Actor, Problem } from '../../ledger/event.ts';
import { actorOf, type Caller } from '../people/caller.ts';

/**
 * Who acts on a problem. A unit's person answers for the unit the problem is filed at: its own or one of its sub-units
 * (seeds U08), which the scope of the call has made sure of. @throws not-allowed for a reader.
 */
export function actorFor(caller: Caller, { unitId }: Pick<Problem, 'unitId'>): Actor {
  const actor = actorOf(caller);
  return actor.role === 'unit' ? { ...actor, unitId } : actor;
}
