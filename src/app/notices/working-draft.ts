import type { Instant } from '../../core/date.ts';
import { applyEdits, workingSnapshot } from '../../notice/edits/apply.ts';
import { NO_EDITS, type NoticeEdits } from '../../notice/edits/model.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { findEdits } from '../../store/notice-edits.ts';
import type { Notice } from '../../store/notices.ts';
import { type App, loadCalendar } from '../open.ts';
import { documentOf } from './files.ts';

/** A notice as the office has it: the template's document under the office's changes. */
export interface WorkingDraft {
  edits: NoticeEdits;
  /** How often it was saved. */
  version: number;
  savedBy: string | null;
  savedAt: Instant | null;
  /** The frozen snapshot with the office's head and names. */
  snapshot: Snapshot;
  /** As the template makes it, without changed words. */
  template: NoticeDocument;
  document: NoticeDocument;
}

/** The words of a notice now; of an issued one as they were issued, since nothing is saved after. */
export async function workingDraft(app: App, notice: Pick<Notice, 'id' | 'template' | 'snapshot'>): Promise<WorkingDraft> {
  const kept = await findEdits(app.db, notice.id);
  const draft = await draftOf(app, notice, kept?.edits ?? NO_EDITS);
  return { ...draft, version: kept?.version ?? 0, savedBy: kept?.savedBy ?? null, savedAt: kept?.savedAt ?? null };
}

/** What changes make of a notice, whether they are kept or not. */
export async function draftOf(
  app: App,
  notice: Pick<Notice, 'template' | 'snapshot'>,
  edits: NoticeEdits,
): Promise<Pick<WorkingDraft, 'edits' | 'snapshot' | 'template' | 'document'>> {
  const snapshot = workingSnapshot(notice.snapshot, edits);
  const template = await documentOf(notice.template, snapshot);
  return { edits, snapshot, template, document: applyEdits(template, edits, await loadCalendar(app.db)) };
}
