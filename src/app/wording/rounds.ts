import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import type { App } from '../open.ts';
import { lateUnits, viewKeySweeps } from './key-sweeps.ts';
import { viewWithdrawnSweeps } from './withdraw-sweep.ts';

/** Rounds of 定期排查 as the page and its workbook tell them: of each unit whether it is late, and what it signed; then what was taken back. */
export async function viewRounds(app: App, areaId: string, scope: Pick<Scope, 'units'> = WHOLE_AREA) {
  const { rounds, late, today } = await viewKeySweeps(app, areaId, scope);
  return {
    today,
    late,
    withdrawn: await viewWithdrawnSweeps(app, areaId, scope),
    rounds: rounds.map((round) => {
      const { id: sweepId, title, scope, everyMonths } = round.sweep;
      const tardy = new Set(lateUnits(round, today).map(({ id }) => id));
      const units = round.units.map(({ id, name, done }) => ({
        ...{ id, name, late: tardy.has(id) },
        done: done && { result: done.result, found: done.found, by: done.signedBy, at: done.signedAt },
      }));
      return { sweepId, title, scope, everyMonths, dueOn: round.dueOn, units };
    }),
  };
}
