import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { observation, WORLD } from '../../tests/support/store-world.ts';
import type { Observation } from '../checks/observation.ts';
import { insertJudgement, type Judgement, listJudgements } from './judgements.ts';
import { writeRegister } from './register.ts';

const { column, county, register, site } = WORLD;
const judgement = (id: string, madeAt: string, digest = 'd1'): Judgement => ({
  areaId: county.id,
  id,
  day: '2022-12-27',
  sheet: 'langxi/1',
  digest,
  madeAt,
});

describe('judgements', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, register);
  });
  afterAll(() => database.drop());

  const observationsOf = async (id: string): Promise<Observation[]> => {
    const rows = await database.db
      .selectFrom('observation')
      .selectAll()
      .where('judgementId', '=', id)
      .orderBy('checkId')
      .orderBy('subjectId')
      .execute();
    return rows.map(({ judgementId: _judgementId, ...row }) => ({ ...row, sheet: 'langxi/1' }));
  };

  it('keeps observations as they were made, findings and quoted words included', async () => {
    const failed = observation(column.id, {
      verdict: 'fail',
      findings: [
        {
          level: 'problem',
          category: 'column_overdue',
          place: { type: 'column', id: column.id, label: '负责人解读', url: null },
          fingerprint: 'print',
          evidence: ['f1'],
          text: '超半年未更新（2022-06-15）\0',
          measured: { lastUpdate: '2022-06-15', days: 195 },
        },
      ],
    });
    const notRun = observation(site.id, { checkId: 'home-stale', subjectType: 'site', verdict: 'not-run', reason: 'blocked' });
    expect(await insertJudgement(database.db, judgement('j1', '2022-12-27T09:00:00.000Z'), [failed, notRun])).toBe(true);
    expect(await observationsOf('j1')).toEqual([failed, notRun]);
  });

  it('adds a second judgement of the day and leaves the first as it is', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => observation(`subject${String(i).padStart(4, '0')}`));
    await insertJudgement(database.db, judgement('j2', '2022-12-27T10:00:00.000Z'), many);
    expect(await insertJudgement(database.db, judgement('j2', '2022-12-27T11:00:00.000Z', 'other'), [observation('never')])).toBe(false);
    expect(await observationsOf('j2')).toEqual(many);
    expect(await listJudgements(database.db, county.id, '2022-12-27')).toMatchObject([{ id: 'j2', digest: 'd1' }, { id: 'j1' }]);
    expect(await listJudgements(database.db, county.id, '2022-12-28')).toEqual([]);
  });

  it('takes a judgement that comes again after another one as the last of its day, and one that is the last already as it is', async () => {
    const last = async () =>
      (await listJudgements(database.db, county.id, '2022-12-26')).map(({ id, madeAt }) => `${id} ${madeAt.slice(11, 16)}`);
    const at = (id: string, time: string) =>
      insertJudgement(database.db, { ...judgement(id, `2022-12-26T${time}:00.000Z`), day: '2022-12-26' }, []);
    expect([await at('a', '01:00'), await at('a', '02:00'), await last()]).toEqual([true, false, ['a 01:00']]);
    expect([await at('b', '03:00'), await at('a', '04:00'), await last()]).toEqual([true, false, ['a 04:00', 'b 03:00']]);
  });

  it('keeps no judgement without its observations', async () => {
    const twice = [observation('same'), observation('same')];
    await expect(insertJudgement(database.db, judgement('j3', '2022-12-27T12:00:00.000Z'), twice)).rejects.toThrow(/duplicate key/);
    expect((await listJudgements(database.db, county.id)).map(({ id }) => id)).not.toContain('j3');
  });
});
