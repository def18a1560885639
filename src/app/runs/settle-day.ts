import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Reconciliation } from '../../ledger/reconcile.ts';
import { computeDay, type DayJudgement, keepJudgement } from '../judge/judge-day.ts';
import { reconcileDay } from '../ledger/reconcile-day.ts';
import type { App } from '../open.ts';

export interface SettledDay {
  judgement: DayJudgement;
  news: Reconciliation;
}

/**
 * Judges a day whose looking has ended and brings it into the ledger, with `further` acts of the day, all or nothing:
 * a day that has a judgement is in the ledger, so whoever was killed half-way does it again whole.
 */
export async function settleDay(
  app: App,
  areaId: string,
  day: CalendarDate,
  at: Instant,
  further?: (app: App, news: Reconciliation) => Promise<void>,
): Promise<SettledDay> {
  const madeAt = app.now();
  const judgement = await computeDay(app, areaId, day, madeAt);
  return app.db.transaction().execute(async (trx) => {
    const within: App = { ...app, db: trx };
    await keepJudgement(within, areaId, judgement, madeAt);
    const news = await reconcileDay(within, areaId, day, judgement.observations, at);
    await further?.(within, news);
    return { judgement, news };
  });
}
