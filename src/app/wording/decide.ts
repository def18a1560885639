import { subjectOf, textPlaceId } from '../../checks/lib/text-errors.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { makeFact } from '../../evidence/fact.ts';
import { PROOF_ACTS, type ProofAct } from '../../evidence/proof.ts';
import type { Actor } from '../../ledger/event.ts';
import { insertFacts, latestOfSubjects } from '../../store/facts.ts';
import { dismissOnPage, findItem, judgedOf, type ProofItemRow, putThreshold, setDecision } from '../../store/proof-items.ts';
import { listSites } from '../../store/sites.ts';
import { appendWordingChanges } from '../../store/wording.ts';
import { WHOLE_PAGE } from '../../text/review/review-item.ts';
import { fitThreshold, WINDOW } from '../../text/review/threshold.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { fileConfirmed, rejectDismissed, withdrawUndone } from './file.ts';
import { readingMoment } from './stock.ts';

/** One decision of a reviewer. */
export interface Decision {
  siteId: string;
  key: string;
  act: ProofAct;
  /** Address of the page a `dismissed-here` (or its undoing) is about. */
  page?: string | undefined;
  /** What is right, with `wrong-suggestion`; the term to accept, with `accepted-term`. */
  words?: string | undefined;
  note?: string | undefined;
}

/** Acts a person may take on every kind of item; whole pages and topics are no terms. */
const NOT_FOR_PAGES: readonly ProofAct[] = ['accepted-term', 'wrong-suggestion'];
const SHORTEST_TERM = 2;

/**
 * Keeps decisions (复核意见) of one person, all or none: each as a fact the judge reads, on the items of the queue, in the
 * threshold of their layer, and in the ledger, where a confirmed error is filed with all its pages and a dismissed one leaves.
 * @throws not-found for an item that is not there; bad-input where words are wanted; refused where a problem was handed over.
 */
export async function decide(app: App, areaId: string, decisions: readonly Decision[], by: Actor): Promise<{ decided: number }> {
  const own = new Set((await listSites(app.db, areaId)).map(({ id }) => id));
  const day = await todayOf(app, areaId);
  const at = await readingMoment(app, areaId);
  await app.db.transaction().execute(async (trx) => {
    const within: App = { ...app, db: trx };
    const touched = new Map<string, ProofItemRow[]>();
    for (const [i, decision] of decisions.entries()) {
      const item = own.has(decision.siteId) ? await findItem(trx, decision.siteId, decision.key) : null;
      if (!item) throw new MingchaError('not-found', '这条疑似错误已经不在了。', '请刷新列表后再处理。');
      refuseUnfit(item, decision);
      // Decisions of one call follow each other, so that the newest of a subject is known.
      await keep(within, areaId, item, decision, new Date(Date.parse(at) + i).toISOString(), by);
      const after = await findItem(trx, decision.siteId, decision.key);
      if (after) touched.set(decision.siteId, [...(touched.get(decision.siteId) ?? []), after]);
      if (decision.act === 'undone' && item.act !== null) await withdrawUndone(within, areaId, placeOf(item), { at, day, by });
    }
    for (const [siteId, items] of touched) {
      for (const layer of new Set(items.map((item) => item.layer))) {
        const { threshold, judged, precision } = fitThreshold(await judgedOf(trx, siteId, layer, WINDOW), 0);
        await putThreshold(trx, { siteId, layer, threshold, judged, judgedPrecision: precision });
      }
      const of = (...acts: (ProofAct | null)[]) => new Set(items.filter(({ act }) => acts.includes(act)).map(placeOf));
      const confirmed = of('confirmed', 'wrong-suggestion');
      const dismissed = of('dismissed-string', 'accepted-term');
      if (confirmed.size > 0) await fileConfirmed(within, { areaId, siteId, places: confirmed, at, day, by });
      if (dismissed.size > 0) await rejectDismissed(within, areaId, dismissed, { at, day, by });
    }
  });
  return { decided: decisions.length };
}

const placeOf = ({ siteId, key }: Pick<ProofItemRow, 'siteId' | 'key'>): string => textPlaceId(siteId, key);

function refuseUnfit(item: ProofItemRow, { act, page, words }: Decision): void {
  const refuse = (message: string, next: string): never => {
    throw new MingchaError('bad-input', message, next);
  };
  if ((item.kind === WHOLE_PAGE || item.kind === 'off-topic') && NOT_FOR_PAGES.includes(act))
    refuse(`“${item.string}”是整页的提示，不能作“${PROOF_ACTS[act]}”。`, '请选择“确认”或者“不是错误”。');
  if (act === 'dismissed-here' && page === undefined) refuse('没有说明是哪一页。', '请在展开的页面清单中选择。');
  if (act === 'wrong-suggestion' && (words ?? '').trim() === '') refuse('没有写明正确的写法。', '请填写应为什么。');
  if (act === 'accepted-term' && (words ?? item.string).trim().length < SHORTEST_TERM)
    refuse('规范用语至少两个字。', '请把前后文一并写上，以免放过别处的错误。');
  if (act === 'accepted-term' && words !== undefined && !words.includes(item.found))
    refuse(`“${words}”里没有“${item.found}”，起不了作用。`, '请写包含它的完整用语。');
}

async function keep(app: App, areaId: string, item: ProofItemRow, decision: Decision, asked: string, by: Actor): Promise<void> {
  const { siteId, key, layer, kind, string, score } = item;
  const { act, page, note = '' } = decision;
  const here = page !== undefined && (act === 'dismissed-here' || act === 'undone') ? page : null;
  const words = decision.words?.trim() || null;
  const subjectId = subjectOf(key, here);
  const at = await afterLast(app, siteId, subjectId, asked);
  const right = act === 'wrong-suggestion' ? words : null;
  const data = { act, key, page: here, layer, kind, string, score, right, person: by.name, note };
  const parts = { channelId: siteId, subjectId, at, source: 'ledger', how: 'manual/1', blob: null };
  await insertFacts(app.db, [makeFact<'proof-decision'>({ kind: 'proof-decision', ...parts, data })]);
  if (here !== null) await dismissOnPage(app.db, siteId, key, stableId('page', here), act === 'dismissed-here');
  else if (act === 'undone') await setDecision(app.db, item, { act: null, rightWords: null, decidedBy: null, decidedAt: null, note: null });
  else await setDecision(app.db, item, { act, rightWords: right, decidedBy: by.name, decidedAt: at, note });
  if (act !== 'accepted-term') return;
  const change = { list: 'accepted-term', term: words ?? string, act: 'put', validFrom: null, validTo: null } as const;
  await appendWordingChanges(app.db, areaId, [{ ...change, entry: {}, byName: by.name, at, note: note || '复核时认可' }]);
}

/** The newest decision counts, so none is dated before or beside another of its subject, whatever the clock says. */
async function afterLast(app: App, siteId: string, subjectId: string, at: string): Promise<string> {
  const [last] = await latestOfSubjects(app.db, siteId, 'proof-decision', [subjectId], '9999-12-31T00:00:00.000Z');
  return last && last.at >= at ? new Date(Date.parse(last.at) + 1).toISOString() : at;
}
