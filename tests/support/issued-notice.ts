import type { App } from '../../src/app/open.ts';
import type { Snapshot } from '../../src/notice/snapshot.ts';
import { findNotice, listNoticeFiles } from '../../src/store/notices.ts';
import { type DocxContent, readDocx } from './read-docx.ts';

export interface IssuedNotice {
  snapshot: Snapshot;
  files: Record<string, Uint8Array>;
  docx: DocxContent;
}

/** The kept files of an issued notice, as they would be downloaded. */
export async function issuedNotice(app: App, id: string): Promise<IssuedNotice> {
  const notice = await findNotice(app.db, id);
  if (notice?.state !== 'issued') throw new Error(`notice ${id} is not issued`);
  const files: Record<string, Uint8Array> = {};
  for (const file of await listNoticeFiles(app.db, id)) files[file.format] = await app.blobs.get(file.blob);
  return { snapshot: notice.snapshot, files, docx: await readDocx(files.docx as Uint8Array) };
}
