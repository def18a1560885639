import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listNoticeFiles, type Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { NOTICE_FORMATS } from './files.ts';
import { noticeCopy } from './notice-copy.ts';

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

/** Writes copies for anyone to have (seeds N19, S05), of a draft too; answers their paths as public-docx and so on. */
export async function exportPublicCopy(app: App, notice: Notice, folder: string): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true });
  const paths: Record<string, string> = {};
  for (const format of NOTICE_FORMATS) {
    const copy = await noticeCopy(app, notice, format, true);
    const path = join(folder, copy.fileName);
    await writeFile(path, copy.bytes);
    paths[`public-${format}`] = path;
  }
  return paths;
}
