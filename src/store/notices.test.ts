import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { SNAPSHOT, WORLD } from '../../tests/support/store-world.ts';
import { parsePeriod } from '../core/period.ts';
import { findNotice, insertNotice, insertNoticeFiles, issueNotice, listNoticeFiles, listNotices, type Notice } from './notices.ts';
import { findPeriod, listPeriods, listVerdicts, type PeriodVerdict, putPeriod, replaceVerdicts } from './periods.ts';
import { writeRegister } from './register.ts';
import { putSetting, readSettings } from './settings.ts';
import { listWorkYears, putWorkYear } from './work-years.ts';

const { county, register } = WORLD;
const AT = '2022-12-30T08:00:00.000Z';
const period = (id: string) => ({ ...parsePeriod(id), areaId: county.id, cutoff: '2022-12-27', closedAt: null });
const verdict = (channelId: string, rest: Partial<PeriodVerdict> = {}): PeriodVerdict => ({
  areaId: county.id,
  periodId: '2022-12',
  channelId,
  verdict: 'pass',
  reasons: ['一', '二，带逗号', '"引号"'],
  carryOver: 'none',
  failedInARow: 0,
  score: 98.25,
  coverage: { run: 11, due: 12 },
  inBase: true,
  outside: null,
  sheet: 'langxi/1',
  ...rest,
});
const notice = (id: string, rest: Partial<Notice> = {}): Omit<Notice, 'version'> => ({
  areaId: county.id,
  id,
  periodId: '2022-12',
  template: 'langxi',
  state: 'draft',
  title: '关于2022年12月监测情况的通报',
  snapshot: SNAPSHOT,
  snapshotHash: 'h',
  disagreements: [],
  overrideReason: null,
  supersedes: null,
  createdAt: AT,
  issuedAt: null,
  ...rest,
});

const DISAGREEMENT = {
  kind: 'figure',
  severity: 'blocks',
  place: '总体情况',
  figure: '合格率',
  stated: '87.8',
  recomputed: '88.6',
  message: '合格率应为 88.6%',
} as const;

describe('periods and notices', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, register);
    for (const id of ['2022-11', '2022-12', '2022-Q4']) await putPeriod(database.db, period(id));
  });
  afterAll(() => database.drop());

  it('moves the cut-off of an open period, not of a closed one', async () => {
    await putPeriod(database.db, { ...period('2022-11'), cutoff: '2022-11-29', closedAt: AT });
    await putPeriod(database.db, { ...period('2022-11'), cutoff: '2022-11-30' });
    expect(await findPeriod(database.db, county.id, '2022-11')).toEqual({ ...period('2022-11'), cutoff: '2022-11-29', closedAt: AT });
    expect((await listPeriods(database.db, county.id, 'month')).map(({ id }) => id)).toEqual(['2022-12', '2022-11']);
    expect(await findPeriod(database.db, county.id, '2023-01')).toBeNull();
  });

  it('replaces the results of a period as a whole', async () => {
    await replaceVerdicts(database.db, county.id, '2022-12', [
      verdict('a'),
      verdict('b', { score: null, inBase: false, outside: '临时停运' }),
    ]);
    const rows = [verdict('b', { verdict: 'fail', failedInARow: 3 }), verdict('c')];
    await replaceVerdicts(database.db, county.id, '2022-12', rows);
    expect(await listVerdicts(database.db, county.id, '2022-12')).toEqual(rows);
    await expect(replaceVerdicts(database.db, county.id, '2022-12', [verdict('x'), verdict('x')])).rejects.toThrow(/duplicate key/);
    expect(await listVerdicts(database.db, county.id, '2022-12')).toEqual(rows);
  });

  it('numbers versions, issues a draft once, and a correction replaces what it names', async () => {
    expect(await insertNotice(database.db, notice('n1'))).toBe(1);
    await issueNotice(database.db, 'n1', AT);
    expect(await insertNotice(database.db, notice('n2', { supersedes: 'n1', disagreements: [DISAGREEMENT] }))).toBe(2);
    expect(await insertNotice(database.db, notice('other', { template: 'cangxi' }))).toBe(1);
    await issueNotice(database.db, 'n2', AT, '领导同意按原数印发');
    await expect(issueNotice(database.db, 'n2', AT)).rejects.toMatchObject({ code: 'conflict' });
    expect(await findNotice(database.db, 'n1')).toEqual({ ...notice('n1', { state: 'replaced', issuedAt: AT }), version: 1 });
    expect(await findNotice(database.db, 'n2')).toMatchObject({
      state: 'issued',
      overrideReason: '领导同意按原数印发',
      disagreements: [DISAGREEMENT],
    });
    expect(await listNotices(database.db, county.id)).toHaveLength(3);
  });

  it('keeps the files of a notice, once', async () => {
    const file = { noticeId: 'n1', format: 'docx', blob: 'b'.repeat(64), fileName: '通报.docx', bytes: 19_000 };
    await insertNoticeFiles(database.db, [file]);
    expect(await listNoticeFiles(database.db, 'n1')).toEqual([file]);
    await expect(insertNoticeFiles(database.db, [{ ...file, bytes: 1 }])).rejects.toThrow(/duplicate key/);
  });

  it('keeps settings and working days', async () => {
    await putSetting(database.db, county.id, 'due-soon-days', 10);
    await putSetting(database.db, county.id, 'due-soon-days', 15);
    await putSetting(database.db, county.id, 'addressees', ['各乡镇', '县直各单位']);
    expect(await readSettings(database.db, county.id)).toEqual(
      new Map<string, unknown>([
        ['addressees', ['各乡镇', '县直各单位']],
        ['due-soon-days', 15],
      ]),
    );
    const year = {
      year: 2027,
      source: '国办发明电〔2026〕1号',
      mark: 'operator' as const,
      holidays: ['2027-01-01'],
      workdays: ['2027-02-13'],
    };
    await putWorkYear(database.db, { ...year, workdays: [] });
    await putWorkYear(database.db, year);
    expect(await listWorkYears(database.db)).toEqual([year]);
  });
});
