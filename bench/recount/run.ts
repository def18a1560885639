import { readdirSync, readFileSync } from 'node:fs';
import { cleanBlocks } from '../../src/app/clean-document.ts';
import { readDocument } from '../../src/extract/document/read-document.ts';
import { mutate } from './mutations.ts';

/** `node bench/recount/run.ts [folder] [--missed]`: the mutation table over a folder of honest notices. */
const NOTICES = new URL('../../src/notice/recount/testing/notices/', import.meta.url);
const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const from = folder === undefined ? NOTICES : new URL(`${folder.replace(/\/?$/, '/')}`, `file://${process.cwd()}/`);
const showMissed = process.argv.includes('--missed');

console.log('notice                          figures  checked  false alarms  digits  found');
const all = { figures: 0, checked: 0, alarms: 0, digits: 0, found: 0 };
for (const name of readdirSync(from).sort()) {
  const { blocks } = await readDocument(readFileSync(new URL(name, from)), name);
  const { figures, agreeing, falseAlarms, mutations } = mutate(cleanBlocks(blocks).blocks);
  const found = mutations.filter((mutation) => mutation.found).length;
  print(name, figures, agreeing, falseAlarms, mutations.length, found);
  if (showMissed) for (const { from: text, to, found: seen } of mutations) if (!seen) console.log(`    missed: ${text} → ${to}`);
  all.figures += figures;
  all.checked += agreeing;
  all.alarms += falseAlarms;
  all.digits += mutations.length;
  all.found += found;
}
print('all', all.figures, all.checked, all.alarms, all.digits, all.found);

function print(name: string, figures: number, checked: number, alarms: number, digits: number, found: number): void {
  const share = digits === 0 ? '' : ` (${((found * 100) / digits).toFixed(1)} %)`;
  console.log(
    `${name.padEnd(32)}${[figures, checked, alarms, digits].map((n, i) => String(n).padStart([7, 9, 14, 8][i] as number)).join('')}${String(found).padStart(7)}${share}`,
  );
}
