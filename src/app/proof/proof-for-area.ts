import { dateAt } from '../../core/date.ts';
import { findArea } from '../../store/areas.ts';
import type { App } from '../open.ts';
import { readOwnLists } from './own-lists.ts';
import { proofInThread } from './proof-thread.ts';
import type { ProofReport } from './report.ts';

/** A draft as a page hands it in. */
export interface HandedDraft {
  bytes: Uint8Array;
  name: string;
  all: boolean;
  /** The area it is written for; an unknown one counts as none. */
  areaId: string | null;
}

/** Proofreads a draft of an office as of today, with its own lists. @throws as `proofInThread`. */
export async function proofForArea(app: Pick<App, 'db' | 'now'>, { bytes, name, all, areaId }: HandedDraft): Promise<ProofReport> {
  const day = dateAt(app.now());
  const area = areaId === null ? null : await findArea(app.db, areaId);
  return proofInThread(bytes, name, { all, day, own: area && (await readOwnLists(app, area, day)) });
}
