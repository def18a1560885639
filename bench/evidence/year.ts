// Bytes per page after a year of daily looks at the sample sites: see README.md.
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { loadRegister, readScenario } from '../../samples/load.ts';
import { SitePages } from '../../samples/server/pages.ts';
import { buildWorld } from '../../samples/server/world.ts';
import { addDays, instantOf } from '../../src/core/date.ts';
import { sha256 } from '../../src/core/id.ts';
import { type KeptLook, RETENTION, thinning } from '../../src/evidence/retention.ts';
import { sizeAgainst } from './against-base.ts';

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
  /** As the folder keeps it. */
  kept: number;
  /** Against the first look of the same page, or of the site's home page. */
  against: number;
}

const register = loadRegister('langxi-2022', 18_080);
const hosts = [...buildWorld(register, readScenario('langxi-2022'))]
  .filter(([, host]) => host.kind === 'site')
  .slice(0, Number(values.sites));
const sizes = new Map<string, Size>();
const looks: Look[] = [];
let pages = 0;

for (const [address, host] of hosts) {
  if (host.kind !== 'site') continue;
  const site = register.sites.find(({ url }) => new URL(url).hostname === address);
  const answers = new SitePages(host.model);
  const paths = ['/', ...register.columns.flatMap(({ siteId, url }) => (siteId === site?.id && url ? [new URL(url).pathname] : []))];
  const bases = new Map<string, Uint8Array>();
  pages += paths.length;
  for (let back = days - 1; back >= 0; back -= 1) {
    const at = instantOf(addDays(LAST, -back), '17:00');
    for (const path of paths) {
      const { body, status } = answers.get(path, Date.parse(at));
      if (status !== 200) continue;
      const hash = sha256(body);
      looks.push({ kind: 'column-list', subjectId: `${address}${path}`, at, hash });
      if (!sizes.has(hash)) sizes.set(hash, measure(body, bases.get(path) ?? bases.get('/')));
      if (!bases.has(path)) bases.set(path, body);
    }
  }
}

function measure(body: Uint8Array, base: Uint8Array | undefined): Size {
  const small = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
  const kept = Math.min(small.length, body.length);
  return { raw: body.length, kept, against: base ? Math.min(kept, sizeAgainst(base, body)) : kept };
}

function total(some: readonly Look[]): Size & { looks: number; contents: number } {
  const hashes = new Set(some.map(({ hash }) => hash));
  const sum = { looks: some.length, contents: hashes.size, raw: 0, kept: 0, against: 0 };
  for (const hash of hashes) {
    const size = sizes.get(hash) as Size;
    sum.raw += size.raw;
    sum.kept += size.kept;
    sum.against += size.against;
  }
  return sum;
}

const goes = thinning(RETENTION, LAST);
const newestFirst = looks.toSorted((a, b) => a.subjectId.localeCompare(b.subjectId) || b.at.localeCompare(a.at));
const whole = total(looks);
const thinned = total(newestFirst.filter((look) => !goes(look)));
const report = { sites: hosts.length, pages, days, whole, thinned };
if (values.json) console.log(JSON.stringify(report));
else {
  const perPage = (bytes: number): string => `${(bytes / pages / 1024).toFixed(0)} KB`.padStart(10);
  console.log(
    `${hosts.length} sites, ${pages} pages, ${days} daily looks each: ${whole.looks} looks, ${whole.contents} different contents`,
  );
  console.log('per page after the time        raw    kept today  against a base');
  for (const [name, sum] of [
    ['all looks kept', whole],
    ['thinned by the rules', thinned],
  ] as const)
    console.log(`${name.padEnd(24)}${perPage(sum.raw)}${perPage(sum.kept).padStart(14)}${perPage(sum.against).padStart(16)}`);
  console.log(
    `per content: ${Math.round(whole.raw / whole.contents)} raw, ${Math.round(whole.kept / whole.contents)} kept today, ${Math.round(whole.against / whole.contents)} against a base (${(whole.kept / whole.against).toFixed(1)} times smaller)`,
  );
}
