/**
 * Reads mutated pages until none is left: no exception, no page slower than the bound.
 *
 *   node bench/extract/fuzz.ts [COUNT=100000] [SEED=1]
 */

import { readPage } from '../../src/extract/index.ts';
import { mutate, random, SEEDS } from './mutate.ts';

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const SLOWEST_MS = 500;
const next = random(seed);
let slowest = 0;
let failures = 0;
const started = performance.now();
for (let i = 0; i < count; i++) {
  const bytes = mutate(SEEDS[i % SEEDS.length] as Uint8Array, next);
  const start = performance.now();
  try {
    readPage(bytes, {
      url: 'http://www.yunxi.gov.cn/a/b.html',
      contentType: i % 3 === 0 ? 'text/html; charset=gbk' : null,
      today: '2022-12-27',
    });
  } catch (error) {
    failures++;
    console.error(`page ${i} of seed ${seed}:`, error);
  }
  slowest = Math.max(slowest, performance.now() - start);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} mutated pages, seed ${seed}: ${failures} exceptions, slowest ${slowest.toFixed(1)} ms, ${seconds.toFixed(1)} s in all`,
);
process.exitCode = failures > 0 || slowest > SLOWEST_MS ? 1 : 0;
