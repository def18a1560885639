import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../src/checks/catalogue.ts';
import { checkPages } from '../src/checks/lib/page.ts';
import { loadSheets } from '../src/sheets/load.ts';

const folder = fileURLToPath(new URL('../docs/checks/', import.meta.url));
const HEADINGS = ['为什么查', '依据', '看什么', '界限', '例子', '选项'];

it('the committed pages are what the files say (else run: node scripts/boot.mjs script scripts/generate-checks.ts)', async () => {
  const sheets = loadSheets();
  const pages = checkPages(await loadCatalogue(sheets), sheets);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(folder + name, 'utf8'), name).toBe(text);
});

it('every page has the fixed headings, in order, none of them empty', () => {
  for (const name of readdirSync(folder).filter((file) => file !== 'README.md')) {
    const parts = readFileSync(folder + name, 'utf8')
      .split(/^## /m)
      .slice(1);
    expect(
      parts.map((part) => part.split('\n')[0]),
      name,
    ).toEqual(HEADINGS);
    for (const part of parts) expect(part.split('\n').slice(1).join('').trim(), name).not.toBe('');
  }
});
