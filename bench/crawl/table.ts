import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything `docs/benchmarks-crawl.md` reports, in one go: `node bench/crawl/table.ts [--folder DIR]`.
 * About half an hour on two quiet cores, most of it crawlee and the 300,000 pages.
 */
const at = process.argv.indexOf('--folder');
const folder = at < 0 ? join(tmpdir(), 'mingcha-bench-crawl') : (process.argv[at + 1] as string);

const RUNS: readonly (readonly [title: string, options: string])[] = [
  ['11,000 pages, us and peers', '--pages 11000 --only us,us-evidence,us-first,us-second,bare-loop,wget,crawlee,crawlee-evidence'],
  ['3,000 pages, with linkinator; whole bodies', '--pages 3000 --whole-bodies --only us,us-evidence,bare-loop,wget,linkinator,crawlee'],
  ['3,000 pages, with what is slower than 15 s', '--pages 3000 --hard --only us-evidence'],
  ['30,000 pages', '--pages 30000 --only us,us-evidence,bare-loop'],
  ['30,000 pages made on the fly', '--generated 30000 --only us-evidence'],
  ['300,000 pages made on the fly', '--generated 300000 --only us-evidence'],
];

let failed = false;
for (const [title, options] of RUNS) {
  console.log(`\n### ${title}\n`);
  const given = [join(import.meta.dirname, 'run.ts'), ...options.split(' '), '--folder', folder];
  failed = spawnSync(process.execPath, given, { stdio: 'inherit' }).status !== 0 || failed;
}
process.exitCode = failed ? 1 : 0;
