import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realTicker, type Ticker } from '../clock.ts';
import { createPace, type Leave, type PaceSettings } from './pace.ts';

const SETTINGS: PaceSettings = { paceMs: 100, perHost: 2, maxPauseMs: 60_000, maxQueueMs: 30_000, backOffMs: 1_000 };
/** Fake timers move `Date`. */
const TICKER: Ticker = { now: () => Date.now(), after: realTicker.after };
const FINE = { distress: false, restMs: null };

describe('pace of a host', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Lets n visitors in, each staying `stayMs`; answers the moments at which they began. */
  async function visits(n: number, stayMs: number, settings: Partial<PaceSettings> = {}): Promise<number[]> {
    const pace = createPace({ ...SETTINGS, ...settings }, TICKER);
    const start = Date.now();
    const began: number[] = [];
    const all = Array.from({ length: n }, async () => {
      const leave = (await pace.enter('a.gov.cn')) as Leave;
      began.push(Date.now() - start);
      setTimeout(() => leave(FINE), stayMs);
    });
    await vi.runAllTimersAsync();
    await Promise.all(all);
    return began;
  }

  it('keeps the distance', async () => expect(await visits(4, 1)).toEqual([0, 100, 200, 300]));
  it('keeps the number at once', async () => expect(await visits(4, 1_000)).toEqual([0, 100, 1_000, 1_100]));
  it('0 means no distance', async () => expect(await visits(3, 5, { paceMs: 0 })).toEqual([0, 0, 5]));

  it('several workers at one host wait for each other', async () =>
    expect(await visits(3, 1, { sharers: (host) => (host === 'a.gov.cn' ? 3 : 1) })).toEqual([0, 300, 600]));

  it('one slow host slows no other', async () => {
    const pace = createPace({ ...SETTINGS, perHost: 1 }, TICKER);
    await pace.enter('slow.gov.cn');
    await expect(pace.enter('quick.gov.cn')).resolves.toBeTypeOf('function');
  });

  it.each([
    ['a host that takes ever longer', 50, 6_000, true],
    ['a host that was always slow', 6_000, 6_000, false],
    ['a host that is quick all the same', 50, 900, false],
  ])('%s is asked less often: %d ms, then %d ms', async (_, before, after, slower) => {
    const pace = createPace({ ...SETTINGS, perHost: 1 }, TICKER);
    /** One visit that stays `ms`; answers how long it had to wait for its turn. */
    const visit = async (ms: number): Promise<number> => {
      const asked = Date.now();
      const turn = pace.enter('a').then((leave) => ({ leave: leave as Leave, waited: Date.now() - asked }));
      await vi.runAllTimersAsync();
      const { leave, waited } = await turn;
      vi.setSystemTime(Date.now() + ms);
      leave({ ...FINE, ms });
      return waited;
    };
    const busy = async (ms: number, times: number): Promise<number> => {
      let longest = 0;
      for (let n = 0; n < times; n++) longest = Math.max(longest, await visit(ms));
      return longest;
    };
    await busy(before, 30);
    await busy(after, 10);
    // The distance counts from turn to turn: what a visit of `after` already took is part of it.
    vi.setSystemTime(Date.now() + 60_000);
    await visit(1);
    expect((await visit(1)) > 150).toBe(slower);
  });

  it('rests as long as Retry-After says', async () => {
    const pace = createPace(SETTINGS, TICKER);
    const start = Date.now();
    ((await pace.enter('a')) as Leave)({ distress: true, restMs: 5_000 });
    const next = pace.enter('a').then(() => Date.now() - start);
    await vi.runAllTimersAsync();
    expect(await next).toBe(5_000);
  });

  it('gives up, waiting visitors included, when the rest is longer than anyone waits', async () => {
    const pace = createPace({ ...SETTINGS, perHost: 1 }, TICKER);
    const leave = (await pace.enter('a')) as Leave;
    const waiting = pace.enter('a');
    leave({ distress: true, restMs: 31_000 });
    expect(await waiting).toBeNull();
    expect(await pace.enter('a')).toBeNull();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await pace.enter('a')).not.toBeNull();
  });

  it('a rest of hours is cut to maxPauseMs', async () => {
    const pace = createPace({ ...SETTINGS, maxQueueMs: 120_000 }, TICKER);
    const start = Date.now();
    ((await pace.enter('a')) as Leave)({ distress: true, restMs: 86_400_000 });
    const next = pace.enter('a').then(() => Date.now() - start);
    await vi.runAllTimersAsync();
    expect(await next).toBe(60_000);
  });

  it('goes slower after each sign of distress and recovers', async () => {
    const pace = createPace({ ...SETTINGS, perHost: 1 }, TICKER);
    const gaps: number[] = [];
    let before = Date.now();
    for (const distress of [true, true, true, ...Array<boolean>(24).fill(false)]) {
      const entered = pace.enter('a');
      await vi.runAllTimersAsync();
      const leave = (await entered) as Leave;
      gaps.push(Date.now() - before);
      before = Date.now();
      leave({ distress, restMs: null });
    }
    expect(gaps.slice(0, 4)).toEqual([0, 1_000, 2_000, 4_000]);
    expect(gaps.at(-1)).toBe(100);
  });

  it('Crawl-delay only ever slows down', async () => {
    const pace = createPace(SETTINGS, TICKER);
    pace.slowTo('a', 3_000);
    pace.slowTo('a', 50);
    const start = Date.now();
    await pace.enter('a');
    const next = pace.enter('a').then(() => Date.now() - start);
    await vi.runAllTimersAsync();
    expect(await next).toBe(3_000);
  });

  it('a visitor who gives up leaves the queue', async () => {
    const pace = createPace({ ...SETTINGS, perHost: 1 }, TICKER);
    const leave = (await pace.enter('a')) as Leave;
    const stop = new AbortController();
    const given = pace.enter('a', stop.signal);
    const patient = pace.enter('a');
    stop.abort();
    await expect(given).rejects.toThrow();
    leave(FINE);
    await vi.runAllTimersAsync();
    expect(await patient).not.toBeNull();
    await expect(pace.enter('a', AbortSignal.abort())).rejects.toThrow();
  });
});
