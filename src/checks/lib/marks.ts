import type { CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { CheckResult, FactsByKind } from '../define.ts';
import { within } from './looks.ts';
import { outcomeReason } from './outcome-reason.ts';
import { notRun } from './result.ts';

/** The newest readable footer, or the result that says why there is none. */
export function readMarks(
  facts: FactsByKind,
  at: CalendarDate,
  lookWithinDays: number,
): { fact: Fact<'site-marks'>; data: Fact<'site-marks'>['data'] } | CheckResult {
  const looks = within(facts['site-marks'], at, lookWithinDays);
  const fact = looks.filter(({ data }) => data.outcome === 'ok').at(-1);
  if (fact) return { fact, data: fact.data };
  const outcome = looks.at(-1)?.data.outcome;
  return notRun(outcome === undefined || outcome === 'ok' ? 'no-evidence' : outcomeReason(outcome), {});
}
