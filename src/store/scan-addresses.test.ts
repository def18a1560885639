import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import type { Sighting, Target } from '../collect/frontier/frontier.ts';
import { memoryFrontier } from '../collect/frontier/memory-frontier.ts';
import { type RowFrontier, rowFrontier } from '../collect/frontier/row-frontier.ts';
import { OUTCOME_CODES } from '../evidence/outcome.ts';
import { clearScan, keptAddresses, type ScanKey, writeAddresses } from './scan-addresses.ts';

/** Repeatable numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('frontier in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const open = (scan: ScanKey, held?: number): RowFrontier => rowFrontier(keptAddresses(database.db, scan), held);
  async function keep(scan: ScanKey, rows: RowFrontier): Promise<void> {
    await database.db.transaction().execute((trx) => writeAddresses(trx, scan, rows.changed()));
    rows.written();
  }
  const plain = ({ url, relation, own, foundOn, foundOnCount, outcomes, lastLookAt, lastStatus }: Target) =>
    structuredClone({ url, relation, own, foundOn, foundOnCount, outcomes, lastLookAt, lastStatus });

  it.each([
    ['held in memory', 10_000],
    ['hardly anything of it held in memory', 3],
  ])('does what the one in memory does, killed or not, %s', async (_, held) => {
    for (let seed = 1; seed <= 4; seed++) {
      const random = numbers(seed);
      const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
      const scan = { siteId: `site ${held}`, runId: `run ${seed}` };
      let model = memoryFrontier();
      let safe = model.snapshot();
      let rows = open(scan, held);
      for (let step = 0; step < 60; step++) {
        const kind = random();
        if (kind < 0.35) {
          const page = `http://a/${Math.floor(random() * 40)}`;
          const urls = new Set(Array.from({ length: 6 }, () => `http://a/${Math.floor(random() * (10 + step))}`));
          const sightings: Sighting[] = [...urls].map((url) => ({
            url,
            relation: pick(['link', 'image', 'attachment']),
            own: true,
            on: { url: page, text: pick(['文\0字', 'half \ud83d', '', 'a "quoted" name']), home: random() < 0.5 },
          }));
          await model.see(sightings);
          await rows.frontier.see(sightings);
        } else if (kind < 0.75) {
          const targets = random() < 0.7 ? await model.fresh(4) : await model.again(4, 2);
          const looks = targets.map(({ url, outcomes }) => ({
            url,
            outcome: pick(OUTCOME_CODES),
            at: '2022-12-27T01:00:00.000Z',
            status: pick([200, 404, null]),
            open: outcomes.length < 2 && random() < 0.5,
          }));
          await model.settle(looks);
          await rows.frontier.settle([...looks, { url: 'never seen', outcome: 'ok', at: '2022-12-27T01:00:00.000Z', open: false }]);
        } else if (kind < 0.9) {
          await keep(scan, rows);
          safe = model.snapshot();
        } else {
          model = memoryFrontier(safe);
          rows = open(scan, held);
        }
        const limit = 1 + Math.floor(random() * 8);
        expect((await rows.frontier.fresh(limit)).map(plain)).toEqual((await model.fresh(limit)).map(plain));
        expect((await rows.frontier.again(limit, 1)).map(plain)).toEqual((await model.again(limit, 1)).map(plain));
        expect(await rows.frontier.counts()).toEqual(await model.counts());
      }
      for (let n = 0; n < 70; n++) {
        const [one, other] = [await rows.frontier.get(`http://a/${n}`), await model.get(`http://a/${n}`)];
        expect(one && plain(one)).toEqual(other && plain(other));
      }
    }
  });

  it('is of one scan alone, and is cleared with it', async () => {
    const [first, second] = [
      { siteId: 's', runId: '1' },
      { siteId: 's', runId: '2' },
    ];
    const sighting: Sighting = { url: 'http://b/', relation: 'link', own: true, on: { url: 'http://a/', text: '', home: true } };
    for (const scan of [first, second]) {
      const rows = open(scan);
      await rows.frontier.see([sighting]);
      await keep(scan, rows);
    }
    await clearScan(database.db, first);
    expect(await open(first).frontier.counts()).toEqual({ seen: 0, settled: 0, open: 0 });
    expect((await open(second).frontier.fresh(9)).map(({ url }) => url)).toEqual(['http://b/']);
  });

  it('holds a bounded part of a large site in memory', async () => {
    const scan = { siteId: 's', runId: 'large' };
    const rows = open(scan, 1_000);
    for (let page = 0; page < 10; page++) {
      const on = { url: `http://a/${page}`, text: '目录', home: false };
      await rows.frontier.see(
        Array.from({ length: 1_000 }, (_, n) => ({ url: `http://a/${page * 900 + n}`, relation: 'link', own: true, on })),
      );
      await keep(scan, rows);
      expect(rows.size()).toBeLessThanOrEqual(2_250);
    }
    const seen = 9 * 900 + 1_000;
    expect(await rows.frontier.counts()).toEqual({ seen, settled: 0, open: 0 });
    const order: string[] = [];
    for (;;) {
      const targets = await rows.frontier.fresh(700);
      if (targets.length === 0) break;
      order.push(...targets.map(({ url }) => url));
      await rows.frontier.settle(targets.map(({ url }) => ({ url, outcome: 'ok', at: '2022-12-27T01:00:00.000Z', open: false })));
      await keep(scan, rows);
      expect(rows.size()).toBeLessThanOrEqual(2_250);
    }
    expect(order).toEqual(Array.from({ length: seen }, (_, n) => `http://a/${n}`));
    expect(await rows.frontier.counts()).toEqual({ seen, settled: seen, open: 0 });
  });
});
