import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { homeFact, WORLD } from '../../tests/support/store-world.ts';
import { makeFact } from '../evidence/fact.ts';
import { changedLists, factsBetween, findFacts, insertFacts, latestFacts } from './facts.ts';
import { listedItems } from './listed-items.ts';

const { site } = WORLD;
const DAY1 = '2022-12-25T01:00:00.000Z';
const DAY2 = '2022-12-26T01:00:00.000Z';
const DAY3 = '2022-12-27T01:00:00.123Z';

describe('facts', () => {
  let database: TestDatabase;
  const facts = [
    homeFact(DAY1),
    homeFact(DAY2),
    homeFact(DAY3),
    homeFact(DAY2, '别处', site.id, 'other'),
    homeFact(DAY3, '别站', 'site_b'),
  ];
  beforeAll(async () => {
    database = await testDatabase();
    expect(await insertFacts(database.db, facts, 'run_1')).toBe(5);
  });
  afterAll(() => database.drop());

  it('keeps the same look once', async () => {
    expect(await insertFacts(database.db, facts)).toBe(0);
    expect(await database.db.selectFrom('fact').select('kind').execute()).toEqual(Array(5).fill({ kind: 'home' }));
  });

  it('gives back what was kept, so that its seal still holds', async () => {
    const [read] = await findFacts(database.db, site.id, [(facts[0] as { id: string }).id]);
    expect(read).toEqual(facts[0]);
    const { id, ...parts } = read as NonNullable<typeof read>;
    expect(makeFact(parts).id).toBe(id);
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['an escape that looks like one', 'a\\u0000'],
    ['quotes, tabs and line ends', '"\'\t\r\n\\.'],
    ['characters beyond the first plane', '𠮷野家𪚥'],
  ])('keeps a page title with %s, byte for byte', async (_name, title) => {
    const fact = homeFact(DAY1, title, 'site_odd', `subject of ${title.length}`);
    const kept = { ...fact, id: fact.id };
    expect(await insertFacts(database.db, [kept])).toBe(1);
    expect(await findFacts(database.db, 'site_odd', [kept.id])).toEqual([fact]);
    await sql`delete from fact where channel_id = 'site_odd'`.execute(database.db);
  });

  it('notes what lists show once, as the first look showed it, and reads of unchanged pages the first and the last look', async () => {
    const item = (title: string, date: string | null, href: string | null = null) => ({
      ...{ title, href, date, dateSource: null, pinned: false },
    });
    const look = (at: string, bytes: string | null, items: readonly ReturnType<typeof item>[]) =>
      makeFact<'column-list'>({
        ...{ kind: 'column-list', channelId: 'site_l', subjectId: 'c', at, source: 'http://l/', how: 'http/1', blob: bytes },
        data: { columnId: 'c', url: 'http://l/', outcome: 'ok', state: 'items', items: [...items], newestDate: null, undated: 0, pages: 1 },
      });
    const [a, b, odd] = [item('甲', '2022-12-20', '1.html'), item('乙', '2022-12-21'), item('丙\0\ud83d', '2022-12-22')];
    const looks = [
      look('2022-12-25T01:00:00.000Z', 'x', [a, item('无日期', null)]),
      look('2022-12-25T02:00:00.000Z', 'x', [a]),
      look('2022-12-25T03:00:00.000Z', 'x', [a]),
      look('2022-12-25T04:00:00.000Z', 'y', [odd, b, { ...a, href: '2.html' }]),
      look('2022-12-25T05:00:00.000Z', null, []),
      look('2022-12-25T06:00:00.000Z', null, [a, a]),
    ];
    for (let twice = 0; twice < 2; twice += 1) await insertFacts(database.db, looks);
    const span = { from: '2022-12-20', to: '2022-12-22', seenBy: DAY3 };
    const seen = async (over: Partial<typeof span> = {}) =>
      (await listedItems(database.db, ['site_l'], { ...span, ...over })).map(({ title, href, factId, place }) => [
        title,
        href,
        factId,
        place,
      ]);
    const [first, later] = [looks[0]?.id, looks[3]?.id];
    expect(await seen()).toEqual([
      ['甲', '1.html', first, 0],
      ['丙\uFFFD\uFFFD', null, later, 0],
      ['乙', null, later, 1],
    ]);
    expect(await seen({ seenBy: '2022-12-25T03:59:59.999Z' })).toHaveLength(1);
    expect(await seen({ from: '2022-12-21', to: '2022-12-21' })).toHaveLength(1);
    const read = await changedLists(database.db, ['site_l'], DAY1, DAY3);
    expect(read.map(({ at }) => at.slice(11, 13))).toEqual(['02', '03', '04', '05', '06']);
    const all = await changedLists(database.db, ['site_l'], '2022-12-25T00:00:00.000Z', '2022-12-25T04:00:00.000Z');
    expect(all).toEqual([looks[0], looks[2], looks[3]]);
    await sql`delete from fact where channel_id = 'site_l'`.execute(database.db);
  });

  it('reads a window: after the first moment, up to and including the second', async () => {
    const ats = async (after: string, until: string) =>
      (await factsBetween(database.db, [site.id], ['home'], after, until)).filter((f) => f.subjectId === site.id).map((f) => f.at);
    expect(await ats(DAY1, DAY3)).toEqual([DAY2, DAY3]);
    expect(await ats('2022-12-25T00:59:59.999Z', DAY2)).toEqual([DAY1, DAY2]);
    expect(await factsBetween(database.db, [site.id], ['probe'], DAY1, DAY3)).toEqual([]);
    expect(await factsBetween(database.db, [], ['home'], DAY1, DAY3)).toEqual([]);
  });

  it('finds the newest fact of each subject up to a moment', async () => {
    expect(await latestFacts(database.db, [site.id, 'site_b'], ['home', 'probe'], DAY3)).toEqual(
      expect.arrayContaining([facts[2], facts[3], facts[4]]),
    );
    expect(await latestFacts(database.db, [site.id, 'site_b'], ['home'], DAY3)).toHaveLength(3);
    expect(await latestFacts(database.db, [site.id], ['home'], '2022-12-26T00:59:59.999Z')).toEqual([facts[0]]);
    expect(await latestFacts(database.db, [site.id], ['home'], '2022-12-25T00:59:59.999Z')).toEqual([]);
  });

  it('does not read a long history to find the newest', async () => {
    // 3 subjects of a channel with 40,000 looks each.
    await sql`insert into fact select 'site_long', 'f' || s || '-' || n, 'home', 'subject' || s, timestamptz '2020-01-01' + n * interval '1 minute',
      'x', 'http/1', null, null, '{}' from generate_series(1, 3) s, generate_series(1, 40000) n`.execute(database.db);
    await sql`analyze fact`.execute(database.db);
    const read = async () =>
      Number(
        (
          await sql<{
            n: number;
          }>`select sum(idx_tup_fetch + seq_tup_read) as n from pg_stat_xact_user_tables where relname = 'fact'`.execute(trx)
        ).rows[0]?.n,
      );
    let trx = database.db;
    const touched = await database.db.transaction().execute(async (inside) => {
      trx = inside;
      const before = await read();
      expect(await latestFacts(inside, ['site_long'], ['home'], '2020-01-20T00:00:00.000Z')).toHaveLength(3);
      return (await read()) - before;
    });
    expect(touched).toBeGreaterThan(2);
    expect(touched).toBeLessThan(30);
  });
});
