import { canonicalJson } from '../../core/canonical-json.ts';
import type { Instant } from '../../core/date.ts';
import { sha256, stableId } from '../../core/id.ts';
import { parsePeriod } from '../../core/period.ts';
import { auditDocument } from '../../notice/audit/audit.ts';
import { insertNotice, listNotices } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { documentOf, requireFitting } from './files.ts';
import { buildSnapshot, type NoticeChoice } from './snapshot.ts';

/**
 * Freezes the period and keeps the notice as a draft with whatever its figures disagree on. The same state again is the
 * same draft. After a notice of the period was issued, the next one is a correction that names it. Throws 'bad-input' for a
 * template that is not made for the kind of period.
 */
export async function draftNotice(
  app: App,
  areaId: string,
  periodId: string,
  template: string,
  choice: NoticeChoice,
  at: Instant,
): Promise<string> {
  await requireFitting(template, parsePeriod(periodId).kind);
  const known = (await listNotices(app.db, areaId)).filter((notice) => notice.periodId === periodId && notice.template === template);
  const supersedes = known.find((notice) => notice.state === 'issued')?.id ?? null;
  const snapshot = await buildSnapshot(app, areaId, periodId, { ...choice, corrects: supersedes }, at);
  const document = await documentOf(template, snapshot);
  const snapshotHash = sha256(canonicalJson(snapshot));
  const states = new Map(known.map((notice) => [notice.id, notice.state]));
  let id = stableId('notice', areaId, periodId, template, snapshotHash);
  // A draft that was put aside is not begun again: the next one of the same state has its own id.
  for (let i = 1; states.get(id) === 'discarded'; i++) id = stableId('notice', areaId, periodId, template, snapshotHash, String(i));
  if (states.has(id)) return id;
  await insertNotice(app.db, {
    areaId,
    id,
    periodId,
    template,
    state: 'draft',
    title: document.title,
    snapshot,
    snapshotHash,
    disagreements: auditDocument(document, snapshot),
    overrideReason: null,
    supersedes,
    createdAt: at,
    issuedAt: null,
  });
  return id;
}
