import { MingchaError } from '../../core/error.ts';
import { project } from '../../ledger/project.ts';
import { inStock } from '../../ledger/status.ts';
import { insertOrders, lastOrders } from '../../store/rectify-orders.ts';
import { entriesInScope } from '../ledger/act-on-selected.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { actorFor } from './actor-for.ts';

/**
 * 机器复核: asks for a look at just the site or account of each problem; the scheduler begins it within half a minute.
 * Answers how many looks are waiting now. @throws refused naming what no machine can look at.
 */
export async function orderLooks(app: App, areaId: string, problemIds: readonly string[], caller: Caller): Promise<number> {
  const entries = await entriesInScope(app.db, areaId, problemIds, caller.scope);
  const ordered = await lastOrders(
    app.db,
    areaId,
    entries.map(({ problem }) => problem.id),
  );
  const byHand = entries.filter(({ problem, events }) => problem.channelId === null || project(events).check === null);
  if (byHand.length > 0)
    throw new MingchaError('refused', `有 ${byHand.length} 个问题是人工登记的，机器无法复核。`, '请人工查看后登记复核结果。', {
      faults: byHand.map(({ problem }) => ({ field: problem.placeLabel, value: problem.id, message: `“${problem.text}”由人工登记` })),
    });
  const idle = entries.filter(({ events }) => !inStock(project(events).status));
  if (idle.length > 0) throw new MingchaError('refused', `有 ${idle.length} 个问题不在存量中，不需要复核。`, '请只选择尚未销号的问题。');
  const orderedAt = app.now();
  const fresh = entries.filter(({ problem }) => ordered.get(problem.id)?.settledAt !== null);
  await insertOrders(
    app.db,
    fresh.map(({ problem }) => {
      const by = actorFor(caller, problem);
      return {
        ...{ areaId, problemId: problem.id, orderedAt, channelId: problem.channelId as string },
        ...{ orderedRole: by.role, orderedBy: by.name },
      };
    }),
  );
  return entries.length;
}
