import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { writeRegister } from '../../store/register.ts';
import { appendWordingChanges } from '../../store/wording.ts';
import { proofForArea } from './proof-for-area.ts';

const NOW = '2024-04-10T01:00:00.000Z';
const { county, register } = WORLD;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await writeRegister(database.db, register);
  const entry = { validFrom: null, validTo: null, byName: '张三', at: NOW, note: '', act: 'put' as const };
  await appendWordingChanges(database.db, county.id, [
    { ...entry, list: 'wrong-word', term: '虎园路', entry: { right: '虎苑路', severity: 3 } },
    { ...entry, list: 'accepted-term', term: '整治站位办公室', entry: {} },
  ]);
});
afterAll(() => database.drop());

const found = async (text: string, areaId: string | null) => {
  const draft = { bytes: new TextEncoder().encode(text), name: '稿.txt', all: false, areaId };
  const { findings } = await proofForArea({ db: database.db, now: () => NOW }, draft);
  return findings.map((finding) => `${finding.found}→${finding.suggestion}`);
};
const TEXT = '地点在虎园路。县整治站位办公室负责，各单位要提高整治站位，压实责任。';

it('reads a draft with the own words of its area, and leaves alone what the office has accepted', async () => {
  expect(await found(TEXT, county.id)).toEqual(['虎园路→虎苑路', '整治站位→政治站位']);
});

it.each([null, 'area_unknown'])('without a known area (%s) only the lists that ship count', async (areaId) => {
  expect(await found(TEXT, areaId)).toEqual(['整治站位→政治站位', '整治站位→政治站位']);
});

it('says which draft cannot be read, from the thread too', async () => {
  const draft = { bytes: new TextEncoder().encode('MZ\0\u0001\0\0'), name: '程序.exe', all: false, areaId: null };
  await expect(proofForArea({ db: database.db, now: () => NOW }, draft)).rejects.toMatchObject({ code: 'bad-input' });
});
