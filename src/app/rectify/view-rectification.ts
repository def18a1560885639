import { clockAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { ACT_NAMES, type Act, type ProblemEvent } from '../../ledger/event.ts';
import { AT_ONCE } from '../../ledger/grave.ts';
import { neverWas, type Projection, project } from '../../ledger/project.ts';
import { actsFor } from '../../ledger/transitions.ts';
import { issuedNaming } from '../../store/notices.ts';
import { lastOrders, lookOf, type RecheckOrder } from '../../store/rectify-orders.ts';
import { listProofs } from '../../store/rectify-proofs.ts';
import { entriesInScope } from '../ledger/act-on-selected.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { proofLine } from './proofs.ts';
import { samePlaces } from './same-places.ts';

/** 是否整改, as the office's last recheck found it; never the unit's own word (seeds P04). */
export const FINDING_NAMES: Record<Projection['rectified'], string> = {
  yes: '是',
  no: '否',
  partly: '整改不彻底',
  'not-stated': '未复核',
};
/** Acts that a person does on the page of a problem; the others are done elsewhere or by the machine. */
const HERE: readonly Act[] = [
  'handed_over',
  'received',
  'reported_fixed',
  'disputed',
  'upheld',
  'withdrawn',
  'rechecked_fixed',
  'rechecked_partly',
  'rechecked_not',
  'closed',
  'reopened',
];

/**
 * What the unit claims and what the office found, kept apart; the files that prove either; what the caller may do now.
 * Pictures that stand as proof elsewhere too are told to those who check, not to units. @throws not-found outside the scope.
 */
export async function viewRectification(app: App, areaId: string, problemId: string, caller: Caller) {
  const [entry] = await entriesInScope(app.db, areaId, [problemId], caller.scope);
  if (!entry) throw new MingchaError('not-found', '台账中没有这个问题。', '请返回问题台账重新选择。');
  const state = project(entry.events);
  const checks = caller.role === 'office' || caller.role === 'centre';
  const [proofs, same, orders, today, toCorrect] = await Promise.all([
    listProofs(app.db, areaId, problemId),
    samePlaces(app, areaId, [problemId], caller),
    lastOrders(app.db, areaId, [problemId]),
    todayOf(app, areaId),
    checks && neverWas(state) ? issuedNaming(app.db, areaId, problemId) : [],
  ]);
  const claim = state.claimedFixedOn === null ? null : (lastOf(entry.events, ['reported_fixed']) ?? null);
  const recheck =
    state.recheckedOn === null ? null : (lastOf(entry.events, ['rechecked_fixed', 'rechecked_partly', 'rechecked_not']) ?? null);
  const receipt = lastOf(entry.events, ['received']);
  return {
    today,
    status: state.status,
    receipt: receipt ? { day: receipt.day, by: receipt.by.name } : null,
    claim: claim && { day: claim.day, by: claim.by.name, text: claim.reason ?? '' },
    finding: { code: state.rectified, name: FINDING_NAMES[state.rectified], day: recheck?.day ?? null, by: recheck?.by.name ?? null },
    acts:
      caller.role === 'reader'
        ? []
        : actsFor(state.status, caller.role)
            .filter((act) => HERE.includes(act))
            .map((act) => ({ code: act, name: ACT_NAMES[act] })),
    toCorrect,
    /** Handed over at once, whatever term is chosen. */
    atOnce: AT_ONCE.includes(entry.problem.category),
    machine: {
      possible: checks && entry.problem.channelId !== null && state.check !== null,
      order: await orderLine(app, orders.get(problemId) ?? null),
    },
    proofs: proofs
      .filter(({ eventSeq }) => eventSeq !== null)
      .map((proof) => ({
        ...proofLine(proof),
        seq: proof.eventSeq as number,
        same: same(problemId, proof.id),
      })),
  };
}

const lastOf = (events: readonly ProblemEvent[], acts: readonly Act[]): ProblemEvent | undefined =>
  events.findLast(({ act }) => acts.includes(act));

const OUTCOMES = { fixed: '机器复核：已整改', not: '机器复核：仍然存在', unclear: '机器没有看清，请人工复核' } as const;

/** The look that was asked for: what it said, or how far it has come. The site's own page may show sooner what it finds there. */
async function orderLine(app: App, order: RecheckOrder | null) {
  if (order === null) return null;
  const { orderedAt, orderedBy, settledAt, outcome } = order;
  const words = outcome === null ? waitingWords(await lookOf(app.db, order)) : OUTCOMES[outcome];
  return { at: orderedAt, by: orderedBy, settledAt, words };
}

function waitingWords(look: Awaited<ReturnType<typeof lookOf>>): string {
  switch (look?.state) {
    case 'running': {
      const since = look.startedAt === null ? '' : `${clockAt(look.startedAt)}开始，`;
      return `机器正在查看，${since}内容多的网站要几分钟；看完后记到这里，网站页面上的结果可能先变`;
    }
    case 'done':
    case 'not-run':
      return '机器已经查看完，正在写入结果';
    default:
      return '已安排，等待机器查看';
  }
}
