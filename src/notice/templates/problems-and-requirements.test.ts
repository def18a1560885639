import { describe, expect, it } from 'vitest';
import { shiquan, shiquanSnapshot } from '../../../tests/support/seeds/shiquan.ts';
import { auditDocument } from '../audit/audit.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { account, problem, site, snapshot } from '../testing/fixtures.ts';
import { figureValue, printedBody } from '../testing/read-document.ts';
import { template } from './problems-and-requirements.ts';

const portal = site('甲局', { kind: 'portal', kindName: '政府门户网站' });
const headings = (state: Snapshot): string[] =>
  printedBody(template.build(state)).flatMap((line) => /^（.）[^。]+(?=。如：)/.exec(line)?.[0] ?? []);
const found = (category: string, unit: string, more: Partial<ProblemRow> = {}): ProblemRow =>
  problem(portal, category, category, { unit, channelId: null, place: unit, ...more });

describe('problems and requirements', () => {
  const problems = [
    found('column_overdue', '甲局', { path: ['通知公告'] }),
    found('column_overdue', '甲局', { path: ['政策文件'] }),
    found('column_overdue', '乙镇', { path: ['工作动态'] }),
    found('column_overdue', '丙镇', { path: ['工作动态'] }),
    found('text_error', '丁镇', { error: { found: '整治站位', expected: '政治站位' } }),
    found('logic_error', '丁镇', { error: { found: '章贡区', expected: null } }),
    found('ticket_overdue', '戊局'),
  ];

  it('names everyone, units with the same place together, errors with what should have stood there', () => {
    const text = printedBody(template.build(snapshot({ problems }))).join('\n');
    expect(text).toContain('如：甲局“通知公告”“政策文件”、乙镇、丙镇的“工作动态”栏目超过规定时限未更新。');
    expect(text).toContain('如：丁镇将“政治站位”写成“整治站位”；丁镇有前后矛盾的内容（“章贡区”）。');
    expect(text).toContain('如：戊局工单延期办结。');
  });

  it.each([
    ['a first month', 1, '甲局、乙局、丙局的“通知公告”栏目'],
    ['a third month in a row', 3, '甲局“通知公告”（连续3个月）、乙局、丙局的“通知公告”栏目'],
  ])('prints the periods in a row of a problem that came through: %s', (_name, periods, text) => {
    const rows = ['甲局', '乙局', '丙局'].map((unit, i) =>
      found('column_overdue', unit, { id: unit, path: ['通知公告'], periods: i === 0 ? periods : 1 }),
    );
    const built = template.build(snapshot({ problems: rows }));
    expect(printedBody(built).join()).toContain(`如：${text}超过规定时限未更新。`);
    expect(figureValue(built, 'periods.甲局')).toBe(periods < 2 ? null : periods);
  });

  it('renumbers when the last problem of a heading goes', () => {
    const all = ['（一）基层政务公开标准化规范化要求落实不够', '（二）政民互动办理不到位', '（三）信息审核把关不严'];
    expect(headings(snapshot({ problems }))).toEqual(all);
    expect(headings(snapshot({ problems: problems.filter(({ category }) => category !== 'ticket_overdue') }))).toEqual([
      all[0],
      '（二）信息审核把关不严',
    ]);
  });

  it('counts what is in operation and praises by name with the number bound to the names', () => {
    const accounts = ['清河人社', '清河旅游'].map((name) => account('某局', 'wechat', name));
    const choice = { praisePerGroup: 0, blameApprovedAtMost: null, leaveOut: [], praiseChannels: ['wechat:清河人社'] };
    const built = template.build(snapshot({ channels: [portal, ...accounts], naming: choice }));
    expect(printedBody(built)[2]).toBe(
      '按统计截止日登记在册、正常运行的有政府门户网站1家、政务新媒体2个。“清河人社”1个政务新媒体运行较好。',
    );
  });

  it('has no overview when there is nothing to say in it', () => {
    expect(printedBody(template.build(snapshot()))[1]).toBe('一、存在问题');
  });

  it.each([
    ['the day before the end', '2022-12-30', '2022-12-27', 1],
    ['the last day', '2022-12-31', '2022-12-27', 0],
  ])('warns of a notice signed before its period ends: %s', (_name, signedDate, cutoff, warnings) => {
    const state = snapshot({}, { signedDate });
    expect(state.period.cutoff).toBe(cutoff);
    expect(auditDocument(template.build(state), state).filter(({ kind }) => kind === 'date')).toHaveLength(warnings);
  });
});

describe.skipIf(!shiquan)('石泉, first quarter 2023', () => {
  const seed = shiquan as NonNullable<typeof shiquan>;
  const state = shiquan ? shiquanSnapshot(shiquan) : snapshot();
  const built = template.build(state);

  it('has six headings, each with a named example', () => {
    expect(headings(state)).toHaveLength(6);
    for (const line of printedBody(built).filter((text) => text.includes('。如：'))) {
      expect([...seed.problems.flatMap(({ unit }) => unit ?? []), '陕西政务服务网'].some((unit) => line.includes(unit))).toBe(true);
    }
  });

  it('states one portal, 62 accounts, 1743 items, 3 applications, and praises four', () => {
    expect(
      ['sites.portal', 'accounts.base', 'volumes.portal', 'handling/1', 'accounts.praised'].map((id) => figureValue(built, id)),
    ).toEqual([1, 62, 1743, 3, 4]);
  });

  it('names every unit and every object the notice names', () => {
    const text = printedBody(built).join('\n');
    for (const { unit, found, expected } of seed.problems) {
      for (const words of [unit, expected, unit === null ? null : found]) if (words !== null) expect(text).toContain(words);
    }
  });

  it('prints addressees, cc and deadline, and warns that 15 March is before 31 March', () => {
    expect(built.addressees).toBe('各镇人民政府，县政府各工作部门、直属机构');
    expect(built.record.cc).toEqual(['县档案史志馆']);
    expect(printedBody(built).join()).toContain('完成时限：2023年3月22日（含当日）');
    const [warning, ...others] = auditDocument(built, state, template.build(state));
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ kind: 'date', severity: 'warns' });
    expect(warning?.message).toMatch(/2023年3月15日.*2023年3月31日/);
  });
});
