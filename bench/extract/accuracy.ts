/**
 * Accuracy of the reader over hand-labelled real pages.
 *
 *   node bench/extract/accuracy.ts [FOLDER] [--misses]
 *
 * FOLDER holds NAME.html with NAME.json beside it (default ../shared/pages). Prints one row per field; --misses lists every miss.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureFolder } from './measure.ts';

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--')) ?? join(import.meta.dirname, '../../../shared/pages');
if (!existsSync(folder)) {
  console.error(`no such folder: ${folder}`);
  process.exit(2);
}
const { fields, pages, msPerPage } = measureFolder(folder);
console.log(`${pages} pages, ${msPerPage.toFixed(2)} ms a page (decode, links, list, article, footer, text)\n`);
console.log(`${'field'.padEnd(26)}${'right'.padStart(7)}${'of'.padStart(7)}${'share'.padStart(9)}`);
for (const field of fields) {
  const share = field.of === 0 ? '-' : (field.right / field.of).toFixed(4);
  console.log(`${field.name.padEnd(26)}${String(field.right).padStart(7)}${String(field.of).padStart(7)}${share.padStart(9)}`);
  if (args.includes('--misses')) for (const miss of field.misses) console.log(`    ${miss}`);
}
