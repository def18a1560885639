import type { CalendarDate, Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Period, parsePeriod, previousPeriod } from '../../core/period.ts';
import { closePeriod as carryLedgerOver } from '../../ledger/close-period.ts';
import type { Actor } from '../../ledger/event.ts';
import { isIssuedOn } from '../../store/notices.ts';
import { findPeriod, type PeriodVerdict, putPeriod, replaceVerdicts } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { judgeDay } from '../judge/judge-day.ts';
import { appendToLedger } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { suspectedAt } from './dismissed.ts';
import { withFoundByPeople } from './found-by-people.ts';
import { judgePeriod } from './judge-period.ts';
import { keepCarryOver } from './keep-carry-over.ts';
import { verdictRulings, withVerdictRulings } from './verdict-rulings.ts';

/** What the office decides when it closes a period; `day` and `at` are when it does so. */
export interface PeriodClose {
  cutoff: CalendarDate;
  day: CalendarDate;
  at: Instant;
  by: Actor;
  /** A notice on it that is out lets its results be worked out anew: a correction takes its place. Refused otherwise. */
  corrects?: boolean;
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
  requireConfirmed(suspectedAt(ledger, close.cutoff).length, period);
  const register = await readRegister(app.db, areaId);
  await keepCarryOver(app, { register, ledger, previous, span });
  await judgeDay(app, areaId, close.cutoff);
  const judged = await judgePeriod(app, { areaId, register, ledger, period, span, previousId: previous?.id ?? null });
  const seen = withFoundByPeople(judged, ledger, span);
  const carried = carryLedgerOver(ledger, { ...span, period: period.id, day: close.day, at: close.at, by: close.by });
  return app.db.transaction().execute(async (trx) => {
    await putPeriod(trx, { ...period, areaId, cutoff: close.cutoff, closedAt: null });
    // Behind the same lock: one that was issued while the results were worked out.
    if (!close.corrects && (await isIssuedOn(trx, areaId, period.id))) throw isOut(period);
    // Read behind the lock on the period: what the office grants meanwhile is not lost.
    const verdicts = withVerdictRulings(seen, await verdictRulings(trx, areaId, period.id));
    await replaceVerdicts(trx, areaId, period.id, verdicts);
    await appendToLedger(trx, ledger, { events: carried.events });
    return verdicts;
  });
}

/** The refusal of closing anew what a notice that is out rests on. */
export const isOut = ({ label }: Pick<Period, 'label'>): MingchaError =>
  new MingchaError('refused', `${label}的通报已经印发，不能重新结账。`, '通报内容有误的，请在通报页面办理更正。');

function requireInside(period: Period, cutoff: CalendarDate): void {
  if (period.from <= cutoff && cutoff <= period.to) return;
  throw new MingchaError(
    'bad-input',
    `统计截止日 ${cutoff} 不在${period.label}之内。`,
    `请填写 ${period.from} 至 ${period.to} 之间的日期。`,
  );
}

/** A finding that no person has looked at may neither blame a unit nor be passed over in silence (seeds M02, 人工复核). */
function requireConfirmed(suspected: number, period: Period): void {
  if (suspected === 0) return;
  throw new MingchaError(
    'refused',
    `${period.label}还有 ${suspected} 个发现没有经过人工复核，不能结账。`,
    '请先在“人工复核”中逐条认定或不予认定，再来结账；用命令行结账并且全部认定的，加 --confirm。',
  );
}
