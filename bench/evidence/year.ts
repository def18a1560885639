// Bytes per page after a year of daily looks at the sample sites: see README.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRegister, readScenario } from '../../samples/load.ts';
import { SitePages } from '../../samples/server/pages.ts';
import { buildWorld } from '../../samples/server/world.ts';
import { addDays, instantOf } from '../../src/core/date.ts';
import { findBlob } from '../../src/evidence/blob-files.ts';
import { folderStore, neededBy } from '../../src/evidence/folder-store.ts';
import { type KeptLook, RETENTION, thinning } from '../../src/evidence/retention.ts';

const { values } = parseArgs({
  options: { sites: { type: 'string', default: '6' }, days: { type: 'string', default: '365' }, json: { type: 'boolean', default: false } },
});
const days = Number(values.days);
const LAST = '2022-12-27';

interface Look extends KeptLook {
  hash: string;
}
interface Size {
  raw: number;
  /** By itself, as a folder keeps it that knows of no other page. */
  alone: number;
  /** As kept today: against an earlier look of the page. */
  kept: number;
  /** The same in whole blocks of the disk. */
  onDisk: number;
  /** Hash of the page it is packed against. */
  base: string | null;
}

const register = loadRegister('langxi-2022', 18_080);
const hosts = [...buildWorld(register, readScenario('langxi-2022'))]
  .filter(([, host]) => host.kind === 'site')
  .slice(0, Number(values.sites));
const folder = mkdtempSync(join(tmpdir(), 'mingcha-year-'));
const [today, alone] = [join(folder, 'today'), join(folder, 'alone')];
const sizes = new Map<string, Size>();
const looks: Look[] = [];
let pages = 0;
let packing = 0;

for (const [address, host] of hosts) {
  if (host.kind !== 'site') continue;
  const site = register.sites.find(({ url }) => new URL(url).hostname === address);
  const answers = new SitePages(host.model);
  const paths = ['/', ...register.columns.flatMap(({ siteId, url }) => (siteId === site?.id && url ? [new URL(url).pathname] : []))];
  const last = new Map<string, string>();
  pages += paths.length;
  for (let back = days - 1; back >= 0; back -= 1) {
    const at = instantOf(addDays(LAST, -back), '17:00');
    for (const path of paths) {
      const { body, status } = answers.get(path, Date.parse(at));
      if (status !== 200) continue;
      const began = performance.now();
      const hash = await folderStore(today).put(body, last.get(path));
      packing += performance.now() - began;
      last.set(path, hash);
      looks.push({ kind: 'column-list', subjectId: `${address}${path}`, at, hash });
      if (!sizes.has(hash)) sizes.set(hash, await measure(hash, body));
    }
  }
}

async function measure(hash: string, body: Uint8Array): Promise<Size> {
  await folderStore(alone).put(body);
  const path = (await findBlob(today, hash)) as string;
  const { size: kept, blocks } = await stat(path);
  const base = (await neededBy(path))?.match(/[0-9a-f]{64}/)?.[0] ?? null;
  return { raw: body.length, alone: (await stat((await findBlob(alone, hash)) as string)).size, kept, onDisk: blocks * 512, base };
}

function total(some: readonly Look[]) {
  const hashes = new Set(some.map(({ hash }) => hash));
  for (const hash of [...hashes]) hashes.add(sizes.get(hash)?.base ?? hash);
  const sum = { looks: some.length, contents: hashes.size, raw: 0, alone: 0, kept: 0, onDisk: 0 };
  for (const hash of hashes) {
    const size = sizes.get(hash) as Size;
    for (const key of ['raw', 'alone', 'kept', 'onDisk'] as const) sum[key] += size[key];
  }
  return sum;
}

const goes = thinning(RETENTION, LAST);
const newestFirst = looks.toSorted((a, b) => a.subjectId.localeCompare(b.subjectId) || b.at.localeCompare(a.at));
const whole = total(looks);
const thinned = total(newestFirst.filter((look) => !goes(look)));
rmSync(folder, { recursive: true });
const report = { sites: hosts.length, pages, days, msPerLook: packing / looks.length, whole, thinned };
if (values.json) console.log(JSON.stringify(report));
else {
  const perPage = (bytes: number): string => `${(bytes / pages / 1024).toFixed(0)} KB`.padStart(14);
  console.log(
    `${hosts.length} sites, ${pages} pages, ${days} daily looks each: ${whole.looks} looks, ${whole.contents} different contents`,
  );
  console.log(`per page after the time ${['raw', 'each alone', 'as kept', 'on the disk'].map((name) => name.padStart(14)).join('')}`);
  for (const [name, sum] of [
    ['all looks kept', whole],
    ['thinned by the rules', thinned],
  ] as const)
    console.log(name.padEnd(24) + [sum.raw, sum.alone, sum.kept, sum.onDisk].map(perPage).join(''));
  const each = (bytes: number): number => Math.round(bytes / whole.contents);
  console.log(
    `per content: ${each(whole.raw)} raw, ${each(whole.alone)} alone, ${each(whole.kept)} as kept (${(whole.alone / whole.kept).toFixed(1)} times smaller); ${report.msPerLook.toFixed(1)} ms a look`,
  );
}
