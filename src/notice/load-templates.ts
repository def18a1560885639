import { readdir } from 'node:fs/promises';
import { MingchaError } from '../core/error.ts';
import type { NoticeTemplate } from './template.ts';

const FILE = /^([a-z0-9-]+)\.(ts|js)$/;

/** Reads the folder of templates, so that a new one needs no list; refuses to start on a file that is not one. */
export async function loadTemplates(): Promise<ReadonlyMap<string, NoticeTemplate>> {
  const folder = new URL('./templates/', import.meta.url);
  const templates = new Map<string, NoticeTemplate>();
  for (const file of (await readdir(folder)).toSorted()) {
    const id = FILE.exec(file)?.[1];
    if (id === undefined) continue;
    const { template } = (await import(new URL(file, folder).href)) as { template?: NoticeTemplate };
    if (template?.id !== id) {
      throw new MingchaError('internal', `通报模板文件 ${file} 没有导出编号为 ${id} 的 template`, '让文件名、编号一致，并导出 template');
    }
    templates.set(id, template);
  }
  return templates;
}
