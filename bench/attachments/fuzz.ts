import { readAttachment } from '../../src/extract/attachment/read-attachment.ts';
import { type Seed, seedFiles } from '../../src/extract/attachment/testing/seeds.ts';
import { mutate, random } from '../extract/mutate.ts';

/** A reading that took longer than any of its size should. */
const SLOW_MS = 3_000;

/** Reads `count` broken forms of a file; throws what the reader throws, and on a slow one. Answers how the readings ended. */
export async function fuzzSeed(seed: Seed, count: number, from = 1): Promise<Record<string, number>> {
  const ends: Record<string, number> = {};
  for (let n = from; n < from + count; n++) {
    const next = random(n * 7919 + seed.name.length);
    const bytes = seed.inner && n % 2 === 0 ? await seed.inner.pack(mutate(seed.inner.bytes, next)) : mutate(seed.bytes, next);
    const began = performance.now();
    const { outcome, text } = await readAttachment(bytes, { name: seed.name }).catch((error: unknown) => {
      throw new Error(`${seed.name}, form ${n}`, { cause: error });
    });
    const ms = performance.now() - began;
    if (ms > SLOW_MS) throw new Error(`${seed.name}, form ${n}: ${Math.round(ms)} ms`);
    if (/\p{Surrogate}/u.test(text)) throw new Error(`${seed.name}, form ${n}: torn letters`);
    ends[outcome] = (ends[outcome] ?? 0) + 1;
  }
  return ends;
}

if (import.meta.main) {
  const count = Number(process.argv[2] ?? 2_000);
  for (const seed of await seedFiles()) console.log(seed.name.padEnd(8), JSON.stringify(await fuzzSeed(seed, count)));
  console.log(`${count} broken forms of each: no throw, no hang; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
