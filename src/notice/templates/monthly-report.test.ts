import { describe, expect, it } from 'vitest';
import { xinfeng, xinfengSnapshot } from '../../../tests/support/seeds/xinfeng.ts';
import { auditDocument } from '../audit/audit.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ActivityRow, DisclosurePart } from '../snapshot-disclosure.ts';
import { account, problem, site, snapshot } from '../testing/fixtures.ts';
import { figureValue, printedBody, printedRows } from '../testing/read-document.ts';
import { template } from './monthly-report.ts';

const NOTHING: DisclosurePart = { publishing: null, handling: [], interpretations: [], activities: [], goodWork: [] };
const activity = (id: string, from: string | null, more: Partial<ActivityRow> = {}): ActivityRow => ({
  id,
  kind: 'open_day',
  topic: null,
  from,
  to: from,
  host: null,
  units: ['甲局'],
  group: null,
  matter: null,
  people: null,
  due: null,
  quick: [],
  slow: [],
  ...more,
});
const month = (disclosure: Partial<DisclosurePart>, more: Partial<Snapshot> = {}): Snapshot =>
  snapshot({ disclosure: { ...NOTHING, ...disclosure }, ...more });
const body = (state: Snapshot): string[] => printedBody(template.build(state));
const topicsOf = (state: Snapshot): string[] => body(state).flatMap((line) => /^●[^。，]+(?=。)/.exec(line)?.[0].slice(1) ?? []);

describe('monthly report', () => {
  const rows = [
    { unit: '甲局', annualTask: 400, publishedTotal: 422, publishedInPeriod: 9 },
    { unit: '乙局', annualTask: 350, publishedTotal: 71, publishedInPeriod: null },
    { unit: '丙局', annualTask: null, publishedTotal: 3, publishedInPeriod: 1 },
  ];

  it('marks sections with brackets and topics with bullets; what has no data is not there', () => {
    const state = month({ handling: [{ platform: '网络问政平台', matter: '群众信件', received: 7, overdue: 1 }] });
    expect(body(state).slice(1)).toEqual([
      '［基本情况］',
      '●互动交流办理情况。网络问政平台收到群众信件7件。其中逾期办理1件。',
      '［存在问题］',
      '本期未查出问题。',
      '［工作要求］',
      ...body(state).slice(-3),
    ]);
    expect(body(snapshot()).filter((line) => line.startsWith('［'))).toEqual(['［存在问题］', '［工作要求］']);
  });

  it.each([
    ['nobody stated how many were late', null, '收到群众信件7件。'],
    ['none was late', 0, '收到群众信件7件。均在规定时限内办理，没有逾期。'],
  ])('says that none was late only where it is stated: %s', (_name, overdue, text) => {
    const state = month({ handling: [{ platform: '平台', matter: '群众信件', received: 7, overdue }] });
    expect(body(state)[2]?.endsWith(text)).toBe(true);
  });

  it('prints rates of the table with two decimals and leaves blank what cannot be computed', () => {
    const built = template.build(month({ publishing: { groups: [{ name: '县直单位', rows, last: ['乙局'], tied: [] }] } }));
    expect(printedRows(built, 'publishing-1')).toEqual([
      ['甲局', '400', '422', '9', '105.50'],
      ['乙局', '350', '71', '', '20.29'],
      ['丙局', '', '3', '1', ''],
    ]);
    expect(printedBody(built)[2]).toBe(
      '●信息发布情况。附件所列3个单位今年以来累计主动公开政府信息496条。本期新增公开：县直单位10条。乙局依次居县直单位末1位（完成比例由低到高）。',
    );
    expect(built.proposals).toMatchObject([{ rule: 'last-by-completion', named: ['乙局'] }]);
  });

  it('prints activities by day, the undated last', () => {
    const activities = [activity('a', null), activity('b', '2022-12-23'), activity('c', '2022-12-09', { to: '2022-12-11', people: 7 })];
    expect(body(month({ activities })).filter((line) => line.startsWith('●12月'))).toEqual([
      '●12月9日至12月11日，甲局开展政府开放日活动，7人参加。',
      '●12月23日，甲局开展政府开放日活动。',
      '●12月，甲局开展政府开放日活动。',
    ]);
  });

  it('tells an activity under its topic with who was quick and who was late', () => {
    const prompt = activity('p', '2022-12-05', {
      kind: 'prompt',
      topic: 'venue',
      host: '县政务公开办',
      units: ['乙局'],
      group: { name: '乡镇', units: 16 },
      matter: '操作指南',
      due: '2022-12-20',
      quick: ['甲镇'],
      slow: ['丁镇'],
    });
    expect(body(month({ activities: [prompt] }))[2]).toBe(
      '●政务公开专区建设情况。12月5日，县政务公开办提示16个乡镇和乙局12月20日（含当日）前完成“操作指南”。甲镇落实较快。丁镇落实迟缓。',
    );
  });

  it('tells a problem once: under its topic, else under 存在问题', () => {
    const stale = account('甲局', 'wechat', '甲局发布', { verdict: 'fail' });
    const problems = [problem(stale, 'account_stale', '停更'), problem(site('乙局'), 'broken_link', '坏链')];
    const text = body(month({}, { channels: [stale], problems })).join('\n');
    expect(text.match(/甲局发布/g)).toHaveLength(1);
    expect(topicsOf(month({}, { channels: [stale], problems }))).toEqual(expect.arrayContaining(['日常监测情况', '链接和图片有问题']));
    expect(body(month({}, { channels: [stale], problems: problems.slice(0, 1) }))).not.toContain('［存在问题］');
  });
});

describe.skipIf(!xinfeng)('信丰, April 2024', () => {
  const seed = xinfeng as NonNullable<typeof xinfeng>;
  const state = xinfeng ? xinfengSnapshot(xinfeng) : snapshot();
  const built = template.build(state);

  it('has four sections, eight topics under the first and five under the third', () => {
    const lines = printedBody(built);
    const at = (name: string): number => lines.indexOf(`［${name}］`);
    expect(lines.filter((line) => line.startsWith('［'))).toEqual(['［基本情况］', '［工作动态］', '［存在问题］', '［工作要求］']);
    expect([at('工作动态') - at('基本情况') - 1, at('工作要求') - at('存在问题') - 1]).toEqual([8, 5]);
  });

  it('prints 56 of 56 rows of both tables as printed, percentages with them', () => {
    expect(printedRows(built, 'publishing-1')).toEqual(seed.attachments[0]?.rows);
    expect(printedRows(built, 'publishing-2')).toEqual(seed.attachments[1]?.rows);
  });

  it('states 20160, 2162 and 3652 with the population, and the last five worst first', () => {
    const ids = ['publishing.units', 'publishing.total', 'publishing-1.period', 'publishing-2.period', 'publishing-1.last'];
    expect(ids.map((id) => figureValue(built, id))).toEqual([56, 20160, 2162, 3652, 5]);
    expect(printedBody(built).join()).toContain('高新区管委会、县烟草专卖局、县水利局、县市场监督管理局、统调队依次居县直单位末5位');
  });

  it('tells the activities on 9, 18, 23 and 25 April, then the one without a day', () => {
    const days = printedBody(built).flatMap((line) => /^●(4月(?:\d+日)?)，/.exec(line)?.[1] ?? []);
    expect(days).toEqual(['4月9日', '4月18日', '4月23日', '4月25日', '4月']);
  });

  it('names every unit the report names for a problem, and no person', () => {
    const text = printedBody(built).join('\n');
    for (const { unit } of seed.problems) if (unit !== null) expect(text).toContain(unit);
    expect(text).not.toContain('副县长');
  });

  it('agrees with its own rows; the seed has no day of issue', () => {
    expect(auditDocument(built, state, template.build(state)).map(({ message }) => message)).toEqual(['没有成文日期']);
  });
});
