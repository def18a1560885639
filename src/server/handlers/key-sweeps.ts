import { lateUnits, viewKeySweeps } from '../../app/wording/key-sweeps.ts';
import type { keySweeps } from '../../contract/endpoints/key-sweeps.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof keySweeps> = async (app, { areaId }) => {
  const { rounds, late, today } = await viewKeySweeps(app, areaId);
  return {
    today,
    late,
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
};
