import { existsSync, readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejudgeDay } from '../../src/app/judge/rejudge-day.ts';
import { findFacts } from '../../src/store/facts.ts';
import { listJudgements } from '../../src/store/judgements.ts';
import { listEvents } from '../../src/store/problem-events.ts';
import { listProblems } from '../../src/store/problems.ts';
import { LIMIT_WORDS, type NamedColumn, namedColumns } from '../support/attachment-text.ts';
import { type IssuedNotice, issuedNotice } from '../support/issued-notice.ts';
import { type Lived, liveSample } from '../support/sample-world.ts';

const expected = JSON.parse(readFileSync('samples/langxi-2022/expected.json', 'utf8')) as {
  '2022-12-27 columns': { unit: string; path: string[]; limit: string; state: 'overdue' | 'due_soon' }[];
  [key: string]: unknown;
};
const seedPath = '../shared/seeds/data/langxi-2022-12.json';
const seed = existsSync(seedPath) ? (JSON.parse(readFileSync(seedPath, 'utf8')) as { attachments: { rows: string[][] }[] }) : null;
if (!seed) console.warn(`SKIPPED: ${seedPath} is not beside this checkout; the printed attachments are not compared`);

/** 郎溪 2022: two months by the clock over real HTTP; every figure read from the artefacts themselves. */
describe('the monitoring months of 郎溪', () => {
  let lived: Lived;
  let november: IssuedNotice;
  let december: IssuedNotice;
  beforeAll(async () => {
    lived = await liveSample('langxi-2022');
    const id = (period: string): string => lived.result.notices.find((notice) => notice.periodId === period)?.noticeId ?? '';
    november = await issuedNotice(lived.app, id('2022-11'));
    december = await issuedNotice(lived.app, id('2022-12'));
  }, 900_000);
  afterAll(() => lived?.close());

  const sites = (notice: IssuedNotice): string[][] => notice.docx.tables[0]?.slice(1) ?? [];

  it('gives 44 verdicts: 32 无问题, 7 合格, 5 不合格', () => {
    const verdicts = sites(december).map((row) => row[1]);
    expect(verdicts).toHaveLength(44);
    expect(['无问题', '合格', '不合格'].map((name) => verdicts.filter((verdict) => verdict === name).length)).toEqual([32, 7, 5]);
  });

  it('finds exactly the twelve units, with the printed columns and limits', () => {
    const found = sites(december).filter((row) => row[2] !== '');
    expect(found).toHaveLength(12);
    const read: NamedColumn[] = found.flatMap((row) => namedColumns((row[0] as string).replace(/（.*）/, ''), row[2] as string));
    const wanted = expected['2022-12-27 columns'].map(({ unit, path, limit, state }) => ({
      unit,
      column: path.join('—'),
      limit: LIMIT_WORDS[limit] as string,
      state,
    }));
    // Three children of one parent are printed under the parent's name.
    const grouped = wanted.filter(({ column }) => !column.startsWith('财政资金—财政专项资金管理和使用情况—'));
    expect(read.filter(({ children }) => children === null).map(({ children: _, ...rest }) => rest)).toEqual(
      expect.arrayContaining(grouped),
    );
    expect(read.filter(({ children }) => children !== null)).toEqual([
      { unit: '梅渚镇', column: '财政资金—财政专项资金管理和使用情况', limit: '半年', state: 'overdue', children: 3 },
    ]);
    expect(read).toHaveLength(grouped.length + 1);
  });

  it.skipIf(!seed)('prints the rows of the three attachments as the notice did', () => {
    const bare = (text: string): string => text.replace(/[“”，、]/g, '').replace(/栏目/g, '');
    expect(sites(december).map((row) => row.map(bare))).toEqual(seed?.attachments[0]?.rows.map((row) => row.map(bare)));
    const accounts = (rows: readonly string[][], name: number, verdict: number): string[] =>
      rows
        .filter((row) => row[name] && row[name] !== '/')
        .map((row) => `${row[name]} ${row[verdict]}`)
        .sort();
    const paired = december.docx.tables[1]?.slice(2) ?? [];
    const printed = seed?.attachments[1]?.rows ?? [];
    expect(accounts(paired, 2, 3)).toEqual(accounts(printed, 2, 3));
    expect(accounts(paired, 5, 6)).toEqual(accounts(printed, 5, 6));
    const others = december.docx.tables[2]?.slice(1) ?? [];
    expect(others.map((row) => `${row[1]} ${row[2]} ${row[3]}`).sort()).toEqual(
      seed?.attachments[2]?.rows.map((row) => `${row[1]} ${row[2]} ${row[3]}`).sort(),
    );
  });

  it('states 39 of 44, 88.6 %, and 29 / 6 / 4 / 1 accounts passing', () => {
    const text = december.docx.paragraphs.join('\n');
    for (const stated of [
      '信息公开网站纳入统计44家，合格39家，不合格5家，合格率88.6%',
      '政务微信纳入统计29个，合格29个',
      '政务微博纳入统计6个，合格6个',
      '政务抖音纳入统计4个，合格4个',
      '政务APP纳入统计1个，合格1个',
    ]) {
      expect(text).toContain(stated);
    }
    expect(text).toContain('县人社局（连续2个月不合格）、县公安局（连续2个月不合格）');
  });

  it('has the same rows in the workbook, numbers as numbers', () => {
    const book = read(december.files.xlsx);
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] as string] as never, { header: 1, defval: '' });
    expect(rows.slice(2, 46).map((row) => row.map(String))).toEqual(sites(december));
    const paired = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[1] as string] as never, { header: 1 });
    expect(typeof paired[3]?.[0]).toBe('number');
  });

  it('carries problems over under their own ids', () => {
    const open = (notice: IssuedNotice): Map<string, string> =>
      new Map(
        notice.snapshot.problems
          .filter((row) => row.level === 'problem' && row.channelKind === 'disclosure_site')
          .map((row) => [`${row.unit} ${row.place}`, row.id]),
      );
    const [then, now] = [open(november), open(december)];
    const carried = [...now].filter(([place]) => then.has(place));
    expect(carried.length).toBeGreaterThanOrEqual(10);
    expect(carried.map(([place, id]) => [place, id])).toEqual(carried.map(([place]) => [place, then.get(place)]));
    const named = new Set(december.snapshot.problems.filter((row) => row.carriedOver && row.rectified !== 'yes').map((row) => row.unit));
    expect([...named].sort()).toEqual(['县人社局', '县公安局', '县自然资源和规划局', '梅渚镇', '郎溪经开区管委会'].sort());
  });

  it('keeps the equation of the stock in both months', () => {
    for (const { stock } of [november.snapshot, december.snapshot])
      expect(stock.opening + stock.found + stock.reopened - stock.closed).toBe(stock.closing);
    expect(december.snapshot.stock.opening).toBe(november.snapshot.stock.closing);
  });

  it('judges every kept day again from evidence alone, byte for byte', async () => {
    const { app, result } = lived;
    const days = [...new Set((await listJudgements(app.db, result.areaId)).map((judgement) => judgement.day))];
    expect(days).toHaveLength(6);
    for (const day of days) expect(await rejudgeDay(app, result.areaId, day)).toMatchObject({ day, same: true });
  });

  it('leads from a printed problem to the bytes that were seen', async () => {
    const { app, result } = lived;
    const { rows } = await listProblems(app.db, result.areaId, { words: '双随机' });
    const problem = rows.find((row) => row.text.includes('超过1年'));
    const [found] = await listEvents(app.db, problem?.id ?? '');
    const [fact] = await findFacts(app.db, problem?.channelId ?? '', found?.data.evidence as string[]);
    expect(fact).toMatchObject({ kind: 'column-list', how: 'http/1' });
    const html = new TextDecoder().decode(await app.blobs.get(fact?.blob ?? ''));
    expect(problem?.measured.lastUpdate).toMatch(/^2021-12-/);
    expect(html).toContain('2021-12');
  });

  it('says nothing of the thirty-two sites that were in order', async () => {
    const clean = new Set(
      sites(december)
        .filter((row) => row[1] === '无问题')
        .map((row) => (row[0] as string).replace(/（.*）/, '')),
    );
    const { rows } = await listProblems(lived.app.db, lived.result.areaId);
    const names = new Map(december.snapshot.channels.map((channel) => [channel.id, channel.unit]));
    expect(rows.map((row) => names.get(row.channelId ?? '') ?? '').filter((unit) => clean.has(unit))).toEqual([]);
  });
});
