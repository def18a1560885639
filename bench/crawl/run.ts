import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { V8_FLAGS } from '../../scripts/v8-flags.mjs';
import { DEFECTS, defectOf } from './defects.ts';
import { generatedDead } from './generated.ts';
import { makeSite, type Truth } from './make-site.ts';
import { serveSite } from './serving.ts';
import { fileOf } from './truth.ts';

/**
 * Crawls one site with us and with peers, one after the other on the same server, and prints a table:
 * `node bench/crawl/run.ts [--pages 3000] [--only us,crawlee] [--hard] [--server node] [--folder DIR] [--peers DIR]`.
 * `--generated 300000` takes that many pages made on the fly instead of packages.
 * `--whole-bodies` answers 404 where a body would break off, for peers that do not survive that (linkinator 8).
 * `--hard` includes addresses that are slower than 15 s: right for counting what is found, wrong for pages a second.
 */
const PEERS = { linkinator: 'linkinator@8', crawlee: '@crawlee/cheerio@3' } as const;

interface Figures {
  pages: number;
  dead: string[];
  seconds: number;
  reading: number;
  cpuMs: number;
  peakMb: number;
}
interface Runner {
  name: string;
  command(origin: string, folder: string): readonly string[];
  cwd?: string;
  /** A program that must be installed. */
  needs?: string;
}

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const folder = option('folder', join(tmpdir(), 'mingcha-bench-crawl'));
const here = import.meta.dirname;
const peers = option('peers', join(folder, 'peers'));

/** As every process of ours is started. */
const US = [...V8_FLAGS, join(here, 'us.ts')];

const RUNNERS: readonly Runner[] = [
  { name: 'us', command: (origin, at) => [...US, origin, at] },
  { name: 'us-evidence', command: (origin, at) => [...US, origin, at, '--evidence'] },
  { name: 'us-first', command: (origin, at) => [...US, origin, at, '--evidence', '--memory'] },
  { name: 'us-second', command: (origin, at) => [...US, origin, at, '--evidence', '--memory'] },
  { name: 'bare-loop', command: (origin) => [...V8_FLAGS, join(here, 'peers/bare-loop.mjs'), origin] },
  { name: 'wget', command: (origin) => [join(here, 'peers/wget.mjs'), origin], needs: 'wget' },
  { name: 'crawlee', command: (origin) => ['crawlee.mjs', origin], cwd: peers },
  { name: 'crawlee-evidence', command: (origin) => ['crawlee.mjs', origin, '--evidence'], cwd: peers },
  { name: 'linkinator', command: (origin) => ['linkinator.mjs', origin], cwd: peers },
];

function installPeers(): void {
  mkdirSync(peers, { recursive: true });
  if (!existsSync(join(peers, 'node_modules/linkinator'))) {
    writeFileSync(join(peers, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...Object.values(PEERS)], { cwd: peers, stdio: 'inherit' });
  }
  for (const name of Object.keys(PEERS)) copyFileSync(join(here, 'peers', `${name}.mjs`), join(peers, `${name}.mjs`));
}

function run(runner: Runner, origin: string): Promise<Figures> {
  const at = join(folder, 'run');
  if (!runner.name.endsWith('-second')) rmSync(at, { recursive: true, force: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...runner.command(origin, at)], {
      cwd: runner.cwd ?? process.cwd(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(printed) as Figures) : reject(new Error(`${runner.name} ended with ${code}`)),
    );
  });
}

interface Measured {
  site: string;
  truth: Truth;
}

/** What was called dead: right where it was put in, or was dead in the packages; else a false alarm. */
function judge(dead: readonly string[], origin: string, { site, truth }: Measured) {
  const found = new Set(dead.map((url) => url.slice(origin.length).replace(/#.*/, '')));
  const kinds = new Map(DEFECTS.map(({ kind, hard }) => [kind, hard === true]));
  const missed = Object.entries(truth.injected).filter(([path]) => !found.has(path));
  // The reading of the tree knows plain links only; what is in sheets and scripts is judged by whether the file is there.
  const isNatural = (path: string): boolean =>
    natural.has(path) || (generated === 0 && defectOf(path) === null && fileOf(site, path.split('?', 1)[0] as string) === null);
  const natural = new Set(truth.natural);
  const wrong = [...found].filter((path) => truth.injected[path] === undefined && !isNatural(path));
  return {
    missed,
    hardMissed: missed.filter(([, kind]) => kinds.get(kind)),
    wrong,
    natural: [...found].filter(isNatural).length,
  };
}

const isMissing = ({ needs }: Runner): boolean => {
  try {
    if (needs !== undefined) execFileSync(needs, ['--version'], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
};

function siteToMeasure(): Measured {
  if (generated === 0) return makeSite(Number(option('pages', '3000')), folder);
  const injected = Object.fromEntries(generatedDead(generated).map((path) => [path, 'missing']));
  return { site: String(generated), truth: { pages: generated + 1, injected, natural: [] } };
}

const COLUMNS = [
  'pages',
  'pages/s',
  'CPU ms/page',
  'peak MB',
  'dead found',
  'false',
  'natural',
  'MB sent',
  'requests',
  'connections',
  'seconds',
  'load',
];
const generated = Number(option('generated', '0'));
const wanted = option('only', 'us,us-evidence,us-first,us-second,bare-loop,wget,crawlee,crawlee-evidence').split(',');
const runners = wanted.map((name) => RUNNERS.find((runner) => runner.name === name) as Runner);
mkdirSync(folder, { recursive: true });
const measured = siteToMeasure();
if (runners.some(({ cwd }) => cwd !== undefined)) installPeers();
const { truth } = measured;
const injected = Object.keys(truth.injected).length;
const server = await serveSite({
  site: measured.site,
  folder,
  server: option('server', 'nginx') === 'node' ? 'node' : 'nginx',
  calm: !process.argv.includes('--hard'),
  wholeBodies: process.argv.includes('--whole-bodies'),
});
console.log(
  `${truth.pages} pages, ${injected} dead addresses put in, ${truth.natural.length} dead in the packages themselves; served by ${server.by}`,
);
console.log(`${new Date().toISOString()}, node ${process.versions.node}, ours with ${V8_FLAGS.join(' ')}`);
console.log(`| | ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(COLUMNS.length + 1)}`);
const speeds = new Map<string, number>();
for (const runner of runners) {
  if (isMissing(runner)) {
    console.warn(`| ${runner.name} | SKIPPED: ${runner.needs} is not installed here |`);
    continue;
  }
  await server.reset();
  const figures = await run(runner, server.origin).catch((error: Error) => error);
  if (figures instanceof Error) {
    console.log(`| ${runner.name} | did not finish: ${figures.message} |`);
    continue;
  }
  const sent = await server.stats();
  const { missed, wrong, natural } = judge(figures.dead, server.origin, measured);
  const { pages, reading, cpuMs, peakMb, seconds } = figures;
  speeds.set(runner.name, pages / reading);
  const row = [
    pages,
    (pages / reading).toFixed(0),
    (cpuMs / pages).toFixed(2),
    peakMb.toFixed(0),
    `${injected - missed.length} of ${injected}`,
    wrong.length,
    natural,
    (sent.bytes / 1e6).toFixed(0),
    sent.requests,
    sent.connections,
    seconds.toFixed(1),
    (loadavg()[0] as number).toFixed(1),
  ];
  console.log(`| ${runner.name} | ${row.join(' | ')} |`);
  if (process.argv.includes('--list')) console.log({ missed: missed.slice(0, 20), wrong: wrong.slice(0, 20) });
}
server.close();
for (const ours of ['us', 'us-evidence', 'us-second']) {
  const mine = speeds.get(ours);
  if (mine === undefined) continue;
  const ratios = [...speeds].filter(([name]) => name !== ours).map(([name, theirs]) => `${(mine / theirs).toFixed(2)} x ${name}`);
  if (ratios.length > 0) console.log(`${ours}, pages a second: ${ratios.join(', ')}`);
}
