import type { CalendarDate, Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Period, parsePeriod, previousPeriod } from '../../core/period.ts';
import { closePeriod as carryLedgerOver } from '../../ledger/close-period.ts';
import type { Actor } from '../../ledger/event.ts';
import { findPeriod, type PeriodVerdict, putPeriod, replaceVerdicts } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { judgeDay } from '../judge/judge-day.ts';
import { appendToLedger } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { judgePeriod } from './judge-period.ts';
import { keepCarryOver } from './keep-carry-over.ts';

/** What the office decides when it closes a period; `day` and `at` are when it does so. */
export interface PeriodClose {
  cutoff: CalendarDate;
  day: CalendarDate;
  at: Instant;
  by: Actor;
}

/**
 * Closes a month or quarter at its cut-off (统计截止日): how last period's problems stand is kept as evidence and judged,
 * the result of every channel is worked out, and every open problem is carried over under its own id; nothing is closed
 * by the end of a period. Closing it again works the results out anew from the same evidence.
 */
export async function closePeriod(app: App, areaId: string, periodId: string, close: PeriodClose): Promise<PeriodVerdict[]> {
  const period = parsePeriod(periodId);
  requireInside(period, close.cutoff);
  const previous = await findPeriod(app.db, areaId, previousPeriod(period).id);
  const span = { after: previous?.cutoff ?? null, cutoff: close.cutoff };
  const ledger = await ledgerOf(app.db, areaId);
  const register = await readRegister(app.db, areaId);
  await keepCarryOver(app, { register, ledger, previous, span });
  await judgeDay(app, areaId, close.cutoff);
  const verdicts = await judgePeriod(app, { areaId, register, ledger, period, span, previousId: previous?.id ?? null });
  const carried = carryLedgerOver(ledger, { ...span, period: period.id, day: close.day, at: close.at, by: close.by });
  await app.db.transaction().execute(async (trx) => {
    await putPeriod(trx, { ...period, areaId, cutoff: close.cutoff, closedAt: null });
    await replaceVerdicts(trx, areaId, period.id, verdicts);
    await appendToLedger(trx, ledger, { events: carried.events });
  });
  return verdicts;
}

function requireInside(period: Period, cutoff: CalendarDate): void {
  if (period.from <= cutoff && cutoff <= period.to) return;
  throw new MingchaError(
    'bad-input',
    `统计截止日 ${cutoff} 不在${period.label}之内。`,
    `请填写 ${period.from} 至 ${period.to} 之间的日期。`,
  );
}
