import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { loadDecoder, readGrey } from '../../src/app/likeness/read-grey.ts';
import { alike, MOST_SIGNS_APART, type PicturePrint, printOf, RATIO_APART } from '../../src/extract/picture-print.ts';
import { startBrowser } from '../../tests/web/browser.ts';
import { randomFrom } from '../random.ts';
import { WAYS } from './copies.ts';
import { photograph } from './photographs.ts';
import { type Screen, screens } from './screens.ts';

/**
 * `node bench/pictures/measure.ts [--each 12] [--others 20] [--pages FOLDER]`: how many copies are known again, by what was done to them, and how many
 * pairs of different pictures would be taken for one, by kind. `--others`: so many more screens of each kind that no copies are made of. `--pages`: a folder of saved pages (*.html), photographed too.
 */
const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1 || process.argv.length];
const EACH = Number(argument('--each') ?? 12);
const OTHERS = Number(argument('--others') ?? 20);
const random = randomFrom(1);
const decoder = await loadDecoder();
if (!decoder) throw new Error('no decoder here');
// The program reads PNG and JPEG alone; the makers of these pictures draw, too.
decoder.unblock({ operation: ['VipsForeignLoad'] });

interface Measured {
  kind: string;
  id: number;
  /** What was done to it; null = as it was taken. */
  how: string | null;
  print: PicturePrint | null;
}
const measured: Measured[] = [];
let decoding = 0;
async function print(bytes: Buffer): Promise<PicturePrint | null> {
  const began = process.cpuUsage();
  const grey = await readGrey(decoder as NonNullable<typeof decoder>, bytes, 60);
  const made = grey && printOf(grey);
  const { user, system } = process.cpuUsage(began);
  decoding += (user + system) / 1000;
  return made;
}
let ids = 0;
async function take(kind: string, picture: Buffer, copied = true): Promise<void> {
  const id = ids++;
  measured.push({ kind, id, how: null, print: await print(picture) });
  if (!copied) return;
  for (const [how, way] of Object.entries(WAYS)) measured.push({ kind, id, how, print: await print(await way(picture, random)) });
}

async function takeScreens(browser: Browser, all: readonly Screen[], copied: number): Promise<void> {
  const taken = new Map<string, number>();
  const pages = new Map<string, Awaited<ReturnType<Browser['newPage']>>>();
  for (const { kind, html, width, height, scale } of all) {
    const size = `${width}×${height}×${scale}`;
    const page =
      pages.get(size) ??
      (await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, javaScriptEnabled: false, offline: true }));
    pages.set(size, page);
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    const before = taken.get(kind) ?? 0;
    taken.set(kind, before + 1);
    await take(kind, await page.screenshot(), before < copied);
  }
}

const folder = argument('--pages');
const saved = (folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : []).map(
  (name): Screen => ({ kind: 'saved page', html: readFileSync(join(folder as string, name), 'utf8'), width: 1440, height: 900, scale: 1 }),
);
const browser = await startBrowser();
if (browser) {
  await takeScreens(browser, screens(EACH + OTHERS), EACH / 2);
  await takeScreens(browser, saved, saved.length);
  await browser.close();
}
for (let n = 0; n < EACH; n++) {
  await take('photograph', await photograph(n));
  await take('photograph in the dark', await photograph(n + 1000, { dark: true }));
  await take('board', await photograph(n + 2000, { board: true }));
  for (const moved of [1, 2]) {
    await take('photograph', await photograph(n, { moved }), false);
    await take('board', await photograph(n + 2000, { board: true, moved }), false);
  }
}

const share = (part: number, whole: number): string =>
  `${part}/${whole}`.padStart(12) + `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`.padStart(10);
const originals = measured.filter(({ how }) => how === null);
const shown = originals.filter((one) => one.print !== null);
console.log(
  `pictures ${originals.length}, with a print ${shown.length}; files ${measured.length}, ${(decoding / measured.length).toFixed(0)} ms of CPU each`,
);
const apart = (a: PicturePrint, b: PicturePrint): number => [...a.signs].filter((sign, at) => sign !== b.signs[at]).length;

console.log('\nknown again, of copies of pictures with a print; signs apart at most');
for (const how of Object.keys(WAYS)) {
  const copies = measured.flatMap((copy) => {
    const original = copy.how === how ? shown.find(({ id }) => id === copy.id)?.print : null;
    return original ? [{ original, copy: copy.print }] : [];
  });
  const known = copies.filter(({ original, copy }) => copy && apart(original, copy) <= MOST_SIGNS_APART && alike(original, copy));
  const most = Math.max(0, ...copies.map(({ original, copy }) => (copy ? apart(original, copy) : 0)));
  console.log(how.padEnd(40), share(known.length, copies.length), String(most).padStart(4));
}

console.log('\ntaken for one though they are two; as near by signs');
const groups = [...new Set(originals.map(({ kind }) => kind))];
for (const kind of [...groups, 'of different kinds']) {
  let [pairs, near, wrong] = [0, 0, 0];
  for (const a of shown)
    for (const b of measured) {
      const asked = kind === 'of different kinds' ? a.kind !== b.kind : a.kind === kind && b.kind === kind;
      if (!asked || a.id === b.id || !b.print || !a.print) continue;
      pairs += 1;
      if (Math.abs(Math.log(a.print.ratio / b.print.ratio)) > Math.log(RATIO_APART) || apart(a.print, b.print) > MOST_SIGNS_APART) continue;
      near += 1;
      if (alike(a.print, b.print)) wrong += 1;
    }
  console.log(kind.padEnd(40), share(wrong, pairs), String(near).padStart(8));
}
