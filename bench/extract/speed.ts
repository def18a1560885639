/**
 * Time per page of the hot path (links only) and of the whole reading, over real pages.
 *
 *   node bench/extract/speed.ts [FOLDER]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHtml, readPage, scanLinks } from '../../src/extract/index.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/pages');
const ROUNDS = 40;
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => new Uint8Array(readFileSync(join(folder, name))))
  .filter((bytes) => bytes.length < 300_000);
const texts = pages.map((bytes) => decodeHtml(bytes).text);
const kilobytes = pages.reduce((sum, bytes) => sum + bytes.length, 0) / 1024 / pages.length;
const url = 'http://www.example.gov.cn/a/b/index.html';

function time(name: string, run: (i: number) => void): void {
  for (let round = 0; round < 5; round++) for (let i = 0; i < pages.length; i++) run(i);
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (let i = 0; i < pages.length; i++) run(i);
  const ms = (performance.now() - start) / ROUNDS / pages.length;
  console.log(`${name.padEnd(12)}${ms.toFixed(3)} ms a page, ${((ms / kilobytes) * 30).toFixed(3)} ms per 30 KB`);
}

console.log(`${pages.length} pages, ${kilobytes.toFixed(0)} KB on average`);
time('decodeHtml', (i) => decodeHtml(pages[i] as Uint8Array));
time('scanLinks', (i) => scanLinks(texts[i] as string, url));
time('readPage', (i) => readPage(pages[i] as Uint8Array, { url }));
