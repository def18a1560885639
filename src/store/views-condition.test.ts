import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { observation, WORLD } from '../../tests/support/store-world.ts';
import { type Fact, makeFact } from '../evidence/fact.ts';
import { insertFacts } from './facts.ts';
import { insertJudgement } from './judgements.ts';
import { writeRegister } from './register.ts';
import { latestMeasured, latestOfChannels } from './views-condition.ts';

const { county, register, site } = WORLD;
const family = (subjectId: string, at: string, reachable: 'yes' | 'no'): Fact =>
  makeFact({
    kind: 'address-family',
    channelId: site.id,
    subjectId,
    at,
    source: site.url,
    how: 'http/1',
    blob: null,
    data: { host: 'x', hasAAAA: true, reachable, reason: null },
  });

describe('the condition of a site', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, register);
    await insertFacts(database.db, [
      family(site.id, '2022-12-25T01:00:00.000Z', 'no'),
      family(site.id, '2022-12-26T01:00:00.000Z', 'yes'),
      family('a page of it', '2022-12-27T01:00:00.000Z', 'no'),
    ]);
    const judged = async (id: string, day: string, madeAt: string, percent: number) =>
      insertJudgement(database.db, { areaId: county.id, id, day, sheet: 's', digest: id, madeAt }, [
        observation(site.id, { checkId: 'site-unreachable', subjectType: 'site', measured: { percent } }),
        observation(site.id, { checkId: 'home-stale', subjectType: 'site' }),
      ]);
    await judged('j1', '2022-12-26', '2022-12-26T09:00:00.000Z', 1);
    await judged('j2', '2022-12-27', '2022-12-27T09:00:00.000Z', 2);
    await judged('j3', '2022-12-27', '2022-12-27T10:00:00.000Z', 3);
  });
  afterAll(() => database.drop());

  it.each([
    ['2022-12-31T00:00:00.000Z', ['yes']],
    ['2022-12-26T00:59:59.999Z', ['no']],
    ['2022-12-24T00:00:00.000Z', []],
  ])('is the newest about the site itself up to %s', async (until, reachable) => {
    const facts = await latestOfChannels(database.db, [site.id, 'another'], ['address-family', 'certificate'], until);
    expect(facts.map(({ channelId, data }) => [channelId, (data as Fact<'address-family'>['data']).reachable])).toEqual(
      reachable.map((one) => [site.id, one]),
    );
  });

  it.each([
    ['2022-12-31', 3],
    ['2022-12-26', 1],
    ['2022-12-25', undefined],
  ])('the numbers of the last judgement up to %s', async (until, percent) => {
    const measured = await latestMeasured(database.db, county.id, 'site-unreachable', until);
    expect(measured.get(site.id)?.percent).toBe(percent);
  });
});
