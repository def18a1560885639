import { expect, it } from 'vitest';
import { pooled } from './pooled.ts';

const after = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));
async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

it('keeps the order whatever takes long, and the width', async () => {
  let now = 0;
  let most = 0;
  const work = async (ms: number): Promise<number> => {
    most = Math.max(most, ++now);
    await after(ms, null);
    now -= 1;
    return ms;
  };
  expect(await collect(pooled([30, 1, 20, 2, 10, 3], 3, work))).toEqual([30, 1, 20, 2, 10, 3]);
  expect(most).toBe(3);
});
it('is not held up by a consumer that is slow', async () => {
  const seen: number[] = [];
  for await (const item of pooled([1, 2, 3, 4], 2, async (n) => after(1, n))) seen.push(await after(10, item));
  expect(seen).toEqual([1, 2, 3, 4]);
});
it('takes nothing more once told so', async () => {
  let left = 3;
  expect(
    await collect(
      pooled(
        [1, 2, 3, 4, 5, 6],
        2,
        async (n) => after(1, n),
        () => left-- > 0,
      ),
    ),
  ).toEqual([1, 2, 3]);
});
it('a failure ends it after what came before', async () => {
  const seen: number[] = [];
  const run = async (): Promise<void> => {
    for await (const n of pooled([1, 2, 3, 4, 5], 2, async (n) => (n === 3 ? Promise.reject(new Error('third')) : after(1, n))))
      seen.push(n);
  };
  await expect(run()).rejects.toThrow('third');
  expect(seen).toEqual([1, 2]);
});
it('nothing to do', async () => expect(await collect(pooled([], 3, async () => 1))).toEqual([]));
