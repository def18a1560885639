import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { CalendarDate } from '../core/date.ts';
import { type InputFault, MingchaError } from '../core/error.ts';
import { type PageReading, readPage } from '../extract/index.ts';
import { readNamed } from './named-file.ts';

/** A saved page and the address it came from. */
export interface PageFile {
  file: string;
  url: string;
}

/** What `mingcha extract` prints of a page, one JSON line each. */
export type PrintedReading = { file: string; url: string } & Omit<PageReading, 'text' | 'links' | 'images'> & {
    links: string[];
    images: string[];
    text?: string;
  };

/** Reads saved pages from disk and says what is on them; a file that cannot be opened stops with its name. */
export async function* extractFiles(
  pages: readonly PageFile[],
  options: { today: CalendarDate | null; withText: boolean },
): AsyncGenerator<PrintedReading> {
  for (const { file, url } of pages) {
    const bytes = await readNamed(file);
    const { text, links, images, ...reading } = readPage(bytes, { url, contentType: null, today: options.today });
    yield {
      file,
      url,
      ...reading,
      links: links.map((link) => link.url),
      images: images.map((image) => image.url),
      ...(options.withText ? { text } : {}),
    };
  }
}

/** Reads a manifest: one JSON object `{file, url}` a line; paths are relative to the manifest. Names every bad line. */
export async function readManifest(path: string): Promise<PageFile[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new MingchaError('not-found', `打不开清单 ${path}。`, '请检查路径和读取权限。', { cause });
  });
  const faults: InputFault[] = [];
  const pages = text.split('\n').flatMap((line, index): PageFile[] => {
    if (line.trim() === '') return [];
    const page = parseLine(line);
    if (page) return [{ ...page, file: isAbsolute(page.file) ? page.file : join(dirname(path), page.file) }];
    faults.push({ sheet: path, row: index + 1, value: line.slice(0, 80), message: '每行应为 {"file":"页面.html","url":"https://…"}' });
    return [];
  });
  if (faults.length > 0) throw new MingchaError('bad-input', `清单有 ${faults.length} 行不对。`, '请按提示改正后重试。', { faults });
  return pages;
}

function parseLine(line: string): PageFile | null {
  try {
    const { file, url } = JSON.parse(line) as Partial<PageFile>;
    return typeof file === 'string' && typeof url === 'string' && URL.canParse(url) ? { file, url } : null;
  } catch {
    return null;
  }
}
