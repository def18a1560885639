import { MingchaError } from '../../core/error.ts';
import type { Actor, Problem } from '../../ledger/event.ts';
import type { Caller } from '../people/caller.ts';

/**
 * Who acts on a problem. A unit's person answers for the unit the problem is filed at: its own or one of its sub-units
 * (seeds U08), which the scope of the call has made sure of. @throws not-allowed for a reader.
 */
export function actorFor({ role, unitId, name }: Caller, problem: Pick<Problem, 'unitId'>): Actor {
  if (role === 'reader') throw new MingchaError('not-allowed', '查阅人员不能办理问题。', '请由政务公开办或责任单位办理。');
  return { role, unitId: role === 'unit' ? problem.unitId : unitId, name };
}
