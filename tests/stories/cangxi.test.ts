import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/core/date.ts';
import { MingchaError } from '../../src/core/error.ts';
import { nextWorkingDayOnOrAfter, WORK_CALENDAR } from '../../src/core/work-calendar.ts';
import { enterProblem } from '../../src/ledger/entry.ts';
import { listEvents } from '../../src/store/problem-events.ts';
import { type IssuedNotice, issuedNotice } from '../support/issued-notice.ts';
import { type Lived, liveSample } from '../support/sample-world.ts';

interface Sighting {
  account: string;
  platform: string;
  unit: string;
  category: string;
  lastUpdate: string;
  printedDay: string;
  replayDay: string;
  rectified: string;
}
const expected = JSON.parse(readFileSync('samples/cangxi-2020-q1/expected.json', 'utf8')) as { sightings: Sighting[] };

/** 苍溪 2020 Q1: 41 accounts looked at on every working day of the quarter. */
describe('the quarter of 苍溪', () => {
  let lived: Lived;
  let notice: IssuedNotice;
  beforeAll(async () => {
    lived = await liveSample('cangxi-2020-q1');
    notice = await issuedNotice(lived.app, lived.result.notices[0]?.noticeId ?? '');
  }, 900_000);
  afterAll(() => lived?.close());

  const stale = expected.sightings.filter((sighting) => sighting.category === 'account_stale');
  const foundOn = (sighting: Sighting): string | undefined =>
    notice.snapshot.problems.find(
      (row) =>
        row.category === sighting.category &&
        row.channelName === sighting.account &&
        row.channelKind === sighting.platform &&
        row.lastUpdate === sighting.lastUpdate,
    )?.foundOn;

  it('finds 15 of the 16 stale sightings on the printed day or the first working day the dates allow', () => {
    expect(stale).toHaveLength(16);
    const right = stale.filter((sighting) => {
      const found = foundOn(sighting);
      return (
        found === sighting.printedDay ||
        (found !== undefined && found < sighting.printedDay && found === nextWorkingDayOnOrAfter(found, WORK_CALENDAR).day)
      );
    });
    expect(stale.filter((sighting) => !right.includes(sighting)).map((sighting) => sighting.account)).toEqual(['苍溪县三川镇']);
    expect(stale.map((sighting) => [sighting.account, foundOn(sighting)])).toEqual(
      stale.map((sighting) => [sighting.account, sighting.replayDay]),
    );
  });

  it('finds nothing else: two zombies, one pair of duplicates, no further account', () => {
    const others = notice.snapshot.problems
      .filter((row) => row.category !== 'account_stale')
      .map((row) => `${row.categoryName} ${row.channelName}`);
    expect(others).toEqual(['同一平台开设多个账号 双河政事', '“僵尸”账号 苍溪交通', '“僵尸”账号 苍溪县公路路政管理所']);
    expect(notice.snapshot.problems).toHaveLength(19);
  });

  it('refuses the row of 三川镇 as printed: five days are no two weeks', () => {
    const enter = (): unknown =>
      enterProblem(
        {
          areaId: 'a',
          unitId: 'u',
          channelId: 'c',
          category: 'account_stale',
          place: { label: '苍溪县三川镇', url: null },
          text: '超过两周未更新',
          measured: { lastUpdate: '2020-02-11', limit: 'P14D' },
          foundOn: '2020-02-16',
        },
        { at: instantOf('2020-02-16', '10:00'), by: { role: 'office', unitId: null, name: '示例' } },
        WORK_CALENDAR,
      );
    expect(enter).toThrow(MingchaError);
    expect(enter).toThrow(/5\s?天/);
  });

  it('states 29 of 41 as 70.7 % with its base, and what lies outside the table', () => {
    const text = notice.docx.paragraphs.join('\n');
    expect(text).toContain('以上述41个为基数，合格率70.7%');
    expect(text).toContain('合格29个，不合格12个');
    for (const figure of ['2131', '710', '1088', '1317', '1043']) expect(text).toContain(figure);
  });

  it('prints 72 units with their volumes and 13 rows of accounts, rectified or not as printed', () => {
    const volumes = notice.docx.tables[0]?.slice(1) ?? [];
    expect(volumes).toHaveLength(39);
    const approved = volumes.flatMap((row) => [Number(row[2]), Number(row[6] || 0)]).reduce((sum, n) => sum + n, 0);
    expect(approved).toBe(1088);
    const accounts = notice.docx.tables[1]?.slice(1) ?? [];
    expect(accounts).toHaveLength(13);
    const rectified = new Map(accounts.map((row) => [`${row[1]}`, row[5]]));
    expect([...rectified.values()].filter((value) => value === '是')).toHaveLength(10);
    expect([...rectified].filter(([, value]) => value === '否').map(([name]) => name)).toEqual([
      '双河政事\n苍溪县双河乡人民政府',
      '苍溪交通',
      '苍溪县公路路政管理所',
    ]);
  });

  it('has the volumes as numbers in the workbook', () => {
    const book = read(notice.files.xlsx);
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] as string] as never, { header: 1 });
    const first = rows.find((row) => row[0] === '陵江镇');
    expect(first?.slice(1, 3)).toEqual([67, 61]);
  });

  it('links the second sighting of an account to the first', async () => {
    const twice = notice.snapshot.problems.filter((row) => row.channelName === '苍溪财政');
    expect(twice).toHaveLength(2);
    const rows = await lived.app.db.selectFrom('problem').select(['id', 'recurrenceOf']).where('recurrenceOf', 'is not', null).execute();
    expect(rows).toHaveLength(6);
    const events = await listEvents(lived.app.db, twice[0]?.id ?? '');
    expect(events.map((event) => event.act)).toEqual(
      ['found', 'confirmed', 'handed_over', 'rechecked_fixed', 'closed', 'carried_over'].slice(0, events.length),
    );
  });
});
