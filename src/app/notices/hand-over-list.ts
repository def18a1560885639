import { MingchaError } from '../../core/error.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { neverWas, project } from '../../ledger/project.ts';
import { PROBLEM_STATUSES, type ProblemStatus } from '../../ledger/status.ts';
import { handedOverInPrint, problemInWords } from '../../notice/audit/handed-over.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import type { ProblemRow } from '../../notice/snapshot.ts';
import { findNotice, type Notice } from '../../store/notices.ts';
import { ledgerOf } from '../ledger/entries.ts';
import { TO_HAND_OVER } from '../ledger/hand-over.ts';
import type { App } from '../open.ts';

/** What is no problem of its unit any more; a notice may not hand it over whoever issued it before. */
const FALLEN: readonly ProblemStatus[] = ['suspected', 'rejected', 'merged', 'withdrawn', 'exempted'];
/** Problems named in the words of a refusal; the rest is in its faults. */
const NAMED = 3;

/** On the list and with its unit already: it may go on, but not if it never was one. */
const goneSince = (events: readonly ProblemEvent[]): string | null => {
  const now = events.length === 0 ? null : project(events);
  return now !== null && neverWas(now) ? `现为“${PROBLEM_STATUSES[now.status]}”` : null;
};

/**
 * Ids of the problems a notice hands over: those its 问题清单 prints as handed over by it, and no others.
 * Throws 'refused' naming every problem for which list and ledger no longer agree: frozen before there was a list, handed over
 * meanwhile by other means, withdrawn, exempted or closed; and every other one it tells of that was taken back. What the notice it
 * corrects handed over stands.
 */
export async function requireListStands(app: Pick<App, 'db'>, notice: Notice, document: NoticeDocument): Promise<ReadonlySet<string>> {
  const printed = handedOverInPrint(document, notice.snapshot);
  const rows = notice.snapshot.problems.filter(({ level }) => level === 'problem');
  const corrected = new Set((await correctedBy(app, notice)).map(({ id }) => id));
  const ledger = new Map(
    (await ledgerOf(app.db, notice.areaId, { ids: rows.map(({ id }) => id) })).map((entry) => [entry.problem.id, entry.events]),
  );
  const faults = rows.flatMap((row) => {
    const events = ledger.get(row.id) ?? [];
    const isHanded = printed.has(row.id) || row.handing === undefined;
    const why = isHanded ? disagreementOf(row, events, corrected) : goneSince(events);
    return why === null ? [] : [{ field: '问题清单', message: `${problemInWords(row)}（${why}）` }];
  });
  if (faults.length === 0) return printed;
  const named = faults
    .slice(0, NAMED)
    .map(({ message }) => message)
    .join('；');
  throw new MingchaError(
    'refused',
    `问题清单与台账不一致，不能印发。有 ${faults.length} 个问题：${named}${faults.length > NAMED ? '等' : ''}。`,
    '请打开草稿点“重新取数”，改过的文字会保留；看过新的清单后重新送审。',
    { faults },
  );
}

/** Why a problem cannot be handed over as the list says; null where it can. */
function disagreementOf(row: ProblemRow, events: readonly ProblemEvent[], corrected: ReadonlySet<string>): string | null {
  const status = events.length === 0 ? null : project(events).status;
  const due = status !== null && TO_HAND_OVER.includes(status);
  if (row.handing === undefined) return due ? '清单中没有列出' : null;
  if (status === null) return '台账中已没有';
  const byCorrected = events.some(
    ({ act, data }) => act === 'handed_over' && typeof data.notice === 'string' && corrected.has(data.notice),
  );
  if (due || (byCorrected && !FALLEN.includes(status))) return null;
  return `现为“${PROBLEM_STATUSES[status]}”`;
}

/** The notices whose place this one takes, back to the first. */
export async function correctedBy(app: Pick<App, 'db'>, { supersedes }: Pick<Notice, 'supersedes'>): Promise<readonly Notice[]> {
  const corrected = new Map<string, Notice>();
  for (let id = supersedes; id !== null && !corrected.has(id); ) {
    const notice = await findNotice(app.db, id);
    if (!notice) break;
    corrected.set(id, notice);
    id = notice.supersedes;
  }
  return [...corrected.values()];
}
