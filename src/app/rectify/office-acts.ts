import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Problem } from '../../ledger/event.ts';
import { listUnits } from '../../store/units.ts';
import { actOnSelected } from '../ledger/act-on-selected.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { withSubUnits } from '../people/callers.ts';
import { todayOf } from '../views/area-of.ts';
import { actorFor } from './actor-for.ts';
import { proofData, withProofs } from './with-proofs.ts';

/** What the office says about problems; files only where it is about one of them. */
interface OfficeStatement {
  problemIds: readonly string[];
  reason: string;
  proofIds: readonly string[];
}

/** 维持认定 or 撤销 after a dispute, or taking a struck-off problem up again. Answers how many. */
export async function decideProblems(
  app: App,
  areaId: string,
  order: OfficeStatement & { decision: 'upheld' | 'withdrawn' | 'reopened' },
  caller: Caller,
): Promise<number> {
  return act(app, areaId, order.decision, order, await todayOf(app, areaId), caller);
}

/** 销号 of what was rechecked as put right; the office alone. Answers how many. */
export async function closeProblems(app: App, areaId: string, order: OfficeStatement, caller: Caller): Promise<number> {
  return act(app, areaId, 'closed', order, await todayOf(app, areaId), caller);
}

const RECHECK_ACTS = { fixed: 'rechecked_fixed', partly: 'rechecked_partly', not: 'rechecked_not' } as const;

/**
 * 人工复核 where no machine can look: fixed, partly or not, on the day the person looked. Nobody rechecks the own unit or
 * what stands below it. Answers how many. @throws refused.
 */
export async function recheckProblems(
  app: App,
  areaId: string,
  order: OfficeStatement & { result: keyof typeof RECHECK_ACTS; day: CalendarDate | null },
  caller: Caller,
): Promise<number> {
  const own = caller.unitId === null ? [] : withSubUnits(await listUnits(app.db, areaId), caller.unitId);
  const day = order.day ?? (await todayOf(app, areaId));
  return act(app, areaId, RECHECK_ACTS[order.result], order, day, caller, ({ unitId }) => {
    if (own.includes(unitId)) throw new MingchaError('refused', '不得复核本单位的问题', '请由其他单位的人员复核');
  });
}

async function act(
  app: App,
  areaId: string,
  what: 'upheld' | 'withdrawn' | 'reopened' | 'closed' | (typeof RECHECK_ACTS)[keyof typeof RECHECK_ACTS],
  { problemIds, reason, proofIds }: OfficeStatement,
  day: CalendarDate,
  caller: Caller,
  check: (problem: Problem) => void = () => undefined,
): Promise<number> {
  if (proofIds.length > 0 && problemIds.length > 1)
    throw new MingchaError('bad-input', '证明材料只能用于一个问题。', '请逐个办理，或去掉证明材料后批量办理。');
  const at = app.now();
  const events = await actOnSelected(
    app,
    areaId,
    { ids: problemIds, scope: caller.scope },
    ({ problem }) => {
      check(problem);
      return { act: what, at, day, by: actorFor(caller, problem), reason, data: proofData(proofIds) };
    },
    withProofs(areaId, proofIds),
  );
  return events.length;
}
