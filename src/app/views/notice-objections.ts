import { ACT_NAMES } from '../../ledger/event.ts';
import { type KeptDespite, listDespite } from '../../store/notice-despite.ts';
import { listNotices, type Notice } from '../../store/notices.ts';
import { findObjection } from '../../store/objections.ts';
import { listEvents } from '../../store/problem-events.ts';
import type { Db } from '../../store/schema.ts';
import { NOTICE_STATE_NAMES } from '../../store/states.ts';
import type { OpenObjection } from '../notices/open-objections.ts';

const OUTCOMES = { accepted: '采纳', rejected: '不采纳' } as const;

/** An objection as the page of a notice shows it. */
export const objectionRow = ({ key, about, subjectId, periodId, unit, matter, words, raisedBy, raisedAt }: OpenObjection) => ({
  ...{ key, about, subjectId, periodId, unit, matter, words, raisedBy, raisedAt },
});

/** What an issued notice was issued despite, with the answers given since; null where nothing waited for one. */
export async function issuedDespite(db: Db, { id, areaId }: Pick<Notice, 'id' | 'areaId'>) {
  const kept = await listDespite(db, id);
  const [first] = kept;
  if (!first) return null;
  const { byName: by, at } = first;
  return {
    ...{ by, at },
    rows: await Promise.all(
      kept.map(async (row) => {
        const objection = row.about === 'verdict' ? await findObjection(db, areaId, row.key) : null;
        const answer = objection ? answerOf(objection) : row.about === 'problem' ? await answerToDispute(db, row) : null;
        return { ...objectionRow({ ...row, periodId: objection?.span ?? null }), reason: row.reason, answer };
      }),
    ),
  };
}

function answerOf({ outcome, decidedReason }: NonNullable<Awaited<ReturnType<typeof findObjection>>>): string | null {
  return outcome === null ? null : `${OUTCOMES[outcome]}：${decidedReason}`;
}

/** What was done with the problem next; why, only where the dispute itself may be read. */
async function answerToDispute(db: Db, { key, subjectId, words }: KeptDespite): Promise<string | null> {
  const seq = Number(key.slice(subjectId.length + 1));
  const next = (await listEvents(db, subjectId)).find((event) => event.seq > seq && event.act !== 'carried_over');
  return next ? `${ACT_NAMES[next.act]}${next.reason && words !== null ? `：${next.reason}` : ''}` : null;
}

/** The correction that took the place of a notice, or the open draft of one. */
export async function correctionOf(db: Db, { id, areaId }: Pick<Notice, 'id' | 'areaId'>) {
  const found = (await listNotices(db, areaId)).find(({ supersedes, state }) => supersedes === id && state !== 'discarded');
  return found ? { id: found.id, title: found.title, state: { code: found.state, name: NOTICE_STATE_NAMES[found.state] } } : null;
}
