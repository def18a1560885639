import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { marks } from '../../ledger/assessment/entry.ts';
import { decideObjection, findObjection, insertObjection, type Objection } from '../../store/objections.ts';
import type { Db } from '../../store/schema.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { requireNotFinal } from './acts.ts';
import { reckonEntries } from './reckon-entries.ts';
import { readRoster } from './roster.ts';
import { unitsInScope } from './scope.ts';

export interface EntryObjection {
  entryId: string;
  /** The unit that objects: the scored one or one of its sub-units. */
  unitId: string;
  reason: string;
  proof: string;
  by: string;
}

/** A unit objects to an entry of its year. Throws 'not-found', 'not-allowed' for another unit's entry, 'refused', 'conflict'. */
export async function objectToEntry(app: App, areaId: string, year: number, wanted: EntryObjection): Promise<void> {
  await areaOf(app, areaId);
  await requireNotFinal(app.db, areaId, year);
  const { entryId, unitId, reason, proof, by } = wanted;
  const roster = await readRoster(app.db, areaId);
  const { entries } = await reckonEntries(app, areaId, year, { roster, only: null });
  const entry = entries.find(({ id }) => id === entryId);
  if (!entry) throw new MingchaError('not-found', '没有这笔计分，可能已随台账变动。', '请刷新页面。');
  if (!unitsInScope(roster.units, { unitId: entry.unitId })?.has(unitId))
    throw new MingchaError('not-allowed', '只能对本单位的计分提出异议。', '请以被计分的单位提出。');
  await raise(app, {
    ...{ areaId, about: 'score', span: String(year), subjectId: entryId, unitId: entry.unitId, reason, proof, raisedBy: by },
    before: { points: entry.points, reason: entry.reason },
  });
}

/** Keeps an objection under the moment. Throws 'conflict' when the very same stands already. */
export async function raise(
  app: Pick<App, 'db' | 'now'>,
  objection: Pick<Objection, 'areaId' | 'about' | 'span' | 'subjectId' | 'unitId' | 'reason' | 'proof' | 'raisedBy' | 'before'>,
): Promise<void> {
  const { areaId, about, span, subjectId, unitId, reason } = objection;
  const id = stableId('objection', areaId, about, span, subjectId, unitId, reason);
  if (!(await insertObjection(app.db, { ...objection, id, raisedAt: app.now() })))
    throw new MingchaError('conflict', '同样的异议已经提出过。', '请等待答复；有新的理由的，请写明新的理由。');
}

export interface EntryDecision {
  objectionId: string;
  accept: boolean;
  /** Points after an accepted objection, as the entry shows them; 0 strikes it out. */
  points: number;
  reason: string;
  by: string;
}

/**
 * The office answers an objection to an entry. What the entry said before stays beside what it says now (seeds V09). Throws
 * 'not-found', 'refused' where it is final or the same person raised it, 'bad-input' for points beyond the old ones, 'conflict'.
 */
export async function decideEntry(app: App, areaId: string, year: number, decision: EntryDecision): Promise<void> {
  await requireNotFinal(app.db, areaId, year);
  const objection = await openObjection(app.db, areaId, { ...decision, about: 'score', span: String(year) });
  const before = (objection.before as { points: number }).points;
  const points = marks(decision.points);
  const within = before < 0 ? points >= before && points <= 0 : points >= before;
  if (decision.accept && !within)
    throw new MingchaError(
      'bad-input',
      `采纳后的分值 ${points} 比原来的 ${before} 更不利。`,
      `请填写 ${before} 与 0 之间的分值，0 为撤销这一笔。`,
    );
  await decide(app, areaId, objection.id, decision, decision.accept ? { points } : null);
}

/** An objection about a score of a year or a result of a period that waits for its answer, for somebody else than who raised it. */
export async function openObjection(
  db: Db,
  areaId: string,
  { objectionId, about, span, by }: Pick<Objection, 'about' | 'span'> & { objectionId: string; by: string },
): Promise<Objection> {
  const objection = await findObjection(db, areaId, objectionId);
  if (objection?.about !== about || objection.span !== span) throw new MingchaError('not-found', '没有这条异议。', '请刷新页面。');
  if (objection.raisedBy === by) throw new MingchaError('refused', `异议是${by}提出的，不能由本人答复。`, '请由办公室的另一人答复。');
  return objection;
}

/** Writes the answer. Throws 'conflict' when somebody has answered already. */
export async function decide(
  { db, now }: Pick<App, 'db' | 'now'>,
  areaId: string,
  id: string,
  { accept, reason, by }: { accept: boolean; reason: string; by: string },
  after: unknown,
): Promise<void> {
  const outcome = accept ? 'accepted' : 'rejected';
  if (!(await decideObjection(db, { areaId, id }, { outcome, after, reason, by, at: now() })))
    throw new MingchaError('conflict', '这条异议已经答复过。', '请刷新页面。');
}
