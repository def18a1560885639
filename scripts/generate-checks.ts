// Writes docs/checks/*.md from the checks and sheets themselves. A test fails when a page differs from what this writes.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../src/checks/catalogue.ts';
import { checkPages } from '../src/checks/lib/page.ts';
import { loadSheets } from '../src/sheets/load.ts';

const folder = fileURLToPath(new URL('../docs/checks/', import.meta.url));
const sheets = loadSheets();
const pages = checkPages(await loadCatalogue(sheets), sheets);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.md') && !pages.has(name)) rmSync(folder + name);
for (const [name, text] of pages) writeFileSync(folder + name, text);
console.log(`docs/checks：${pages.size} 页`);
