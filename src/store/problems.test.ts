import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { event, problem, WORLD } from '../../tests/support/store-world.ts';
import { appendEvents, listEvents, listEventsOf } from './problem-events.ts';
import { findByFingerprints, findProblem, listProblems, type ProblemFilter, type Projection } from './problems.ts';
import { writeRegister } from './register.ts';

const { county, housing, register, site, town } = WORLD;
const projection = (rest: Partial<Projection> = {}): Projection => ({
  status: 'suspected',
  lastActOn: '2022-12-27',
  dueOn: null,
  dueProvisional: false,
  periods: 1,
  ...rest,
});

describe('ledger in the database (P01)', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, register);
    await appendEvents(database.db, [
      { problem: problem('p1'), events: [event('p1', 1, 'found')], projection: projection() },
      {
        problem: problem('p2', {
          unitId: town.id,
          channelId: null,
          category: 'broken_link',
          firstFoundOn: '2022-11-30',
          text: '有 100% 的_链接打不开',
        }),
        events: [
          event('p2', 1, 'found'),
          event('p2', 2, 'confirmed', { by: { role: 'office', unitId: null, name: '张' }, reason: '属实' }),
        ],
        projection: projection({ status: 'handed_over', dueOn: '2022-12-20', dueProvisional: true, periods: 2 }),
      },
      {
        problem: problem('p3', { category: 'broken_link' }),
        events: [event('p3', 1, 'found')],
        projection: projection({ dueOn: '2022-12-27' }),
      },
    ]);
  });
  afterAll(() => database.drop());

  it('gives back problem, projection and history', async () => {
    expect(await findProblem(database.db, 'p1')).toEqual({ ...problem('p1'), projection: projection() });
    expect(await listEvents(database.db, 'p2')).toEqual([
      event('p2', 1, 'found'),
      event('p2', 2, 'confirmed', { by: { role: 'office', unitId: null, name: '张' }, reason: '属实' }),
    ]);
    expect([...(await listEventsOf(database.db, ['p1', 'p3', 'none'])).keys()]).toEqual(['p1', 'p3']);
    expect(await findProblem(database.db, 'none')).toBeNull();
    expect(await listEvents(database.db, 'none')).toEqual([]);
  });

  it.each<[string, ProblemFilter, string[]]>([
    ['nothing', {}, ['p1', 'p3', 'p2']],
    ['unit', { unitIds: [housing.id] }, ['p1', 'p3']],
    ['channel', { channelIds: [site.id] }, ['p1', 'p3']],
    ['category', { categories: ['broken_link'] }, ['p3', 'p2']],
    ['status', { statuses: ['handed_over', 'received'] }, ['p2']],
    ['no status', { statuses: [] }, []],
    ['found from', { foundFrom: '2022-12-27' }, ['p1', 'p3']],
    ['found to', { foundTo: '2022-11-30' }, ['p2']],
    ['late on the 27th', { dueBefore: '2022-12-27' }, ['p2']],
    ['late on the 28th', { dueBefore: '2022-12-28' }, ['p3', 'p2']],
    ['words with % and _', { words: '100% 的_' }, ['p2']],
    ['words of the place', { words: '负责人解读', categories: ['column_overdue'] }, ['p1']],
  ])('narrows the list by %s', async (_name, filter, ids) => {
    const { rows, total } = await listProblems(database.db, county.id, filter);
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(total).toBe(ids.length);
  });

  it('pages, and says how many there are in all', async () => {
    const { rows, total } = await listProblems(database.db, county.id, {}, { limit: 1, offset: 2 });
    expect([rows.map(({ id }) => id), total]).toEqual([['p2'], 3]);
  });

  it('finds problems by fingerprint', async () => {
    const found = await findByFingerprints(database.db, county.id, ['print of p1', 'print of p9']);
    expect(found.map(({ id }) => id)).toEqual(['p1']);
    expect(await findByFingerprints(database.db, 'another area', ['print of p1'])).toEqual([]);
  });

  it('moves the projection on with the event', async () => {
    const moved = projection({ status: 'confirmed', lastActOn: '2022-12-28', dueOn: '2023-01-10' });
    await appendEvents(database.db, [{ events: [event('p3', 2, 'confirmed', { day: '2022-12-28' })], projection: moved }]);
    expect((await findProblem(database.db, 'p3'))?.projection).toEqual(moved);
  });

  it.each([
    ['a number that is taken', 1],
    ['a gap', 9],
  ])('refuses %s, and writes nothing of the batch', async (_name, seq) => {
    const before = (await listEvents(database.db, 'p1')).length;
    const entries = [
      { events: [event('p1', before + 1, 'confirmed')] as const, projection: projection({ status: 'confirmed' }) },
      { events: [event('p2', seq, 'confirmed')] as const, projection: projection() },
    ];
    await expect(appendEvents(database.db, entries)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('p2') });
    expect(await listEvents(database.db, 'p1')).toHaveLength(before);
    expect((await findProblem(database.db, 'p1'))?.projection.status).toBe('suspected');
  });

  it('says so when there is no such problem', async () => {
    await expect(appendEvents(database.db, [{ events: [event('nobody', 1, 'found')], projection: projection() }])).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('lets one of many who act at the same moment through, and numbers have no gap', async () => {
    await appendEvents(database.db, [{ problem: problem('race'), events: [event('race', 1, 'found')], projection: projection() }]);
    for (let seq = 2; seq <= 6; seq += 1) {
      const tries = Array.from({ length: 8 }, (_, i) =>
        appendEvents(database.db, [
          { events: [event('race', seq, 'carried_over', { reason: `第${i}人` })], projection: projection({ periods: seq }) },
        ]),
      );
      const ends = await Promise.allSettled(tries);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'conflict' });
    }
    expect((await listEvents(database.db, 'race')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('enters a problem once when two runs find it at the same moment', async () => {
    const entry = { problem: problem('twin'), events: [event('twin', 1, 'found')] as const, projection: projection() };
    const ends = await Promise.allSettled([appendEvents(database.db, [entry]), appendEvents(database.db, [entry])]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listEvents(database.db, 'twin')).toHaveLength(1);
  });

  it('does not let two batches in opposite order wait for each other', async () => {
    const pair = ['left', 'right'];
    await appendEvents(
      database.db,
      pair.map((id) => ({ problem: problem(id), events: [event(id, 1, 'found')] as const, projection: projection() })),
    );
    const batch = (ids: string[], seq: number) =>
      appendEvents(
        database.db,
        ids.map((id) => ({ events: [event(id, seq, 'carried_over')] as const, projection: projection() })),
      );
    const ends = await Promise.allSettled([batch(pair, 2), batch([...pair].reverse(), 2), batch(pair, 2), batch([...pair].reverse(), 2)]);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'conflict' });
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['change', sql`update problem_event set act = 'closed' where problem_id = 'p1'`],
    ['deletion', sql`delete from problem_event where problem_id = 'p1'`],
  ])('refuses any %s of history, from whatever program', async (_name, statement) => {
    await expect(statement.execute(database.db)).rejects.toThrow(/append-only/);
  });

  it('writes 1,500 problems of one run in one go', async () => {
    const entries = Array.from({ length: 1500 }, (_, i) => {
      const id = `many${i}`;
      return { problem: problem(id, { category: 'image_missing' }), events: [event(id, 1, 'found')] as const, projection: projection() };
    });
    await appendEvents(database.db, entries);
    expect((await listProblems(database.db, county.id, { categories: ['image_missing'] })).total).toBe(1500);
  });
});
