import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { readRegister } from '../../store/register.ts';
import { findPortalTotal, listVolumes } from '../../store/volumes.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { importFile } from './import-file.ts';

const FOLDER = new URL('../../../../shared/seeds/data/', import.meta.url);
const FILES = ['cangxi-2020-q1', 'langxi-2022-12', 'shiquan-2023-q1', 'xiangtan-2022-q3', 'xinfeng-2024-04'] as const;
const absent = !existsSync(FOLDER);
if (absent) console.warn(`seed notices are not here (${FOLDER.pathname}): their import is NOT tested`);

const AT = '2024-06-01T01:00:00.000Z';
let test: TestDatabase;
const load = (name: string) =>
  importFile({ db: test.db, fileName: `${name}.json`, bytes: new Uint8Array(readFileSync(new URL(`${name}.json`, FOLDER))), at: AT });

describe.skipIf(absent)('the five notices', () => {
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.drop());

  it.each(FILES)('%s goes in, and a second time changes nothing', async (name) => {
    const first = await load(name);
    const before = JSON.stringify(await readRegister(test.db, first.areaId));
    const second = await load(name);
    expect(first.sheets.reduce((sum, sheet) => sum + sheet.added, 0)).toBeGreaterThan(10);
    expect(second.sheets.map(({ added, changed }) => [added, changed])).toEqual(second.sheets.map(() => [0, 0]));
    expect(JSON.stringify(await readRegister(test.db, first.areaId))).toBe(before);
    console.log(name, JSON.stringify(first.sheets), first.warnings, first.questions, first.openings.length);
  });
});
