import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listNoticeFiles } from '../../store/notices.ts';
import type { App } from '../open.ts';

/** Writes the kept files of an issued notice into a folder; answers their paths by format. The bytes are those that were issued. */
export async function exportNotice(app: App, noticeId: string, folder: string): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true });
  const paths: Record<string, string> = {};
  for (const file of await listNoticeFiles(app.db, noticeId)) {
    const path = join(folder, file.fileName);
    await writeFile(path, await app.blobs.get(file.blob));
    paths[file.format] = path;
  }
  return paths;
}
