import type { App } from '../open.ts';
import { lateUnits, viewKeySweeps } from './key-sweeps.ts';

/** Rounds of 定期排查 as the page and its workbook tell them: of each unit whether it is late, and what it signed. */
export async function viewRounds(app: App, areaId: string) {
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
}
