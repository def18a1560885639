import { describe, expect, it } from 'vitest';
import { xiangtan, xiangtanSnapshot } from '../../../tests/support/seeds/xiangtan.ts';
import { auditDocument } from '../audit/audit.ts';
import { publicCopy } from '../public-copy.ts';
import type { Snapshot } from '../snapshot.ts';
import type { InterpretationRow } from '../snapshot-disclosure.ts';
import { account, problem, site, snapshot } from '../testing/fixtures.ts';
import { figureValue, printedBody, printedRows } from '../testing/read-document.ts';
import { template } from './quarterly-check.ts';

const QUARTER = {
  kind: 'quarter',
  id: '2022-Q3',
  label: '2022年三季度',
  from: '2022-07-01',
  to: '2022-09-30',
  cutoff: '2022-09-30',
} as const;
const vetoed = account('甲局', 'douyin', '食安清河', { verdict: 'fail' });
const unfiled = account('乙市', 'douyin', '清河文旅', { verdict: 'fail', inBase: false, outside: '没有备案' });
const good = account('丙局', 'wechat', '丙局发布');
const document = (present: readonly string[], more: Partial<InterpretationRow> = {}): InterpretationRow => ({
  id: present.join() || 'none',
  number: '清水字〔2022〕1号',
  title: '某办法',
  drafter: '水利局',
  issuedOn: null,
  required: 2,
  accepted: ['问答', '访谈', '图解', '音频', 'H5'],
  present,
  ...more,
});
const disclosure = (interpretations: readonly InterpretationRow[]): Snapshot['disclosure'] => ({
  publishing: null,
  handling: [],
  activities: [],
  goodWork: [],
  interpretations,
});
const quarter = (more: Partial<Snapshot> = {}, head: Partial<Snapshot['document']> = {}): Snapshot =>
  snapshot(
    {
      period: QUARTER,
      channels: [site('甲局'), vetoed, unfiled, good],
      problems: [
        problem(vetoed, 'account_stale', '两周内未更新'),
        problem(unfiled, 'account_stale', '两周内未更新'),
        problem(unfiled, 'account_unfiled', '没有备案', { level: 'warning' }),
      ],
      ...more,
    },
    head,
  );

describe('quarterly check', () => {
  it.each([
    [
      'some could not be decided',
      [site('甲局'), site('乙局', { verdict: 'undecided' }), good, account('丁局', 'douyin', '丁', { verdict: 'undecided' })],
      ['信息公开网站2家，合格1家，另有1家未能认定，合格率50.00%（基数含未能认定的）。', '以上述2个（含未能认定的）为基数，合格率50.00%。'],
      [50, 50],
    ],
    [
      'none could be decided',
      [site('甲局', { verdict: 'undecided' }), account('丁局', 'douyin', '丁', { verdict: 'undecided' })],
      ['信息公开网站1家，均未能认定，不计算合格率。', '政务新媒体1个；均未能认定，不计算合格率。'],
      [null, null],
    ],
  ])('%s: told, and no rate where nothing was', (_, channels, texts, values) => {
    const state = quarter({ channels, problems: [] });
    const built = template.build(state);
    const text = printedBody(built).join('');
    expect(texts.filter((one) => !text.includes(one))).toEqual([]);
    expect([figureValue(built, 'sites.rate'), figureValue(built, 'accounts.rate')]).toEqual(values);
    expect(auditDocument(built, state)).toEqual([]);
  });

  it('lists the unfiled account, says that it is not in the base, and lists it apart', () => {
    const built = template.build(quarter());
    expect(printedRows(built, 'account-list').map((row) => row.slice(1))).toEqual([
      ['甲局', '食安清河', '抖音', '两周内未更新', '是', '是'],
      ['乙市', '清河文旅', '抖音', '两周内未更新', '是', '否（没有备案）'],
    ]);
    expect(printedRows(built, 'outside')).toEqual([['乙市', '政务抖音', '清河文旅', '没有备案']]);
    expect(['accounts.base', 'accounts.pass', 'accounts.rate', 'accounts.outside'].map((id) => figureValue(built, id))).toEqual([
      2, 1, 50, 1,
    ]);
  });

  it.each([
    ['none of two', [], 2, '缺问答、访谈、图解、音频、H5等其中2种形式的政策解读'],
    ['one of two', ['问答'], 1, '缺访谈、图解、音频、H5等其中1种形式的政策解读'],
    ['one twice is one', ['问答', '问答'], 1, '缺访谈、图解、音频、H5等其中1种形式的政策解读'],
  ])('prints the forms missing: %s', (_name, present, missing, text) => {
    const built = template.build(quarter({ disclosure: disclosure([document(present)]) }));
    expect(printedRows(built, 'interpretations')).toEqual([['1', '清水字〔2022〕1号', '某办法', text, '水利局']]);
    expect(figureValue(built, 'interpretations.missing')).toBe(missing);
  });

  it('lists no document that has its forms', () => {
    const built = template.build(quarter({ disclosure: disclosure([document(['问答', '图解']), document(['图解'], { required: 1 })]) }));
    expect(printedRows(built, 'interpretations')).toEqual([]);
    expect(printedBody(built).join()).not.toContain('解读形式');
  });

  it('prints contacts by subject, and none in a public copy', () => {
    const contacts = [{ matter: '政务公开工作', name: '张某', phone: '5218 0001', qq: '2760001' }];
    const built = template.build(quarter({}, { contacts }));
    expect(printedBody(built).at(-1)).toBe('政务公开工作联系人：张某，电话5218 0001，QQ2760001。');
    const copy = publicCopy(built);
    expect(JSON.stringify(copy.body)).not.toMatch(/张某|5218|2760001/);
    expect(copy.attachments).toEqual(built.attachments);
  });

  it('agrees with its own rows', () => {
    const state = quarter({ disclosure: disclosure([document(['问答'])]) });
    expect(auditDocument(template.build(state), state, template.build(state))).toEqual([]);
  });
});

describe.skipIf(!xiangtan)('湘潭, third quarter 2022', () => {
  const seed = xiangtan as NonNullable<typeof xiangtan>;
  const state = xiangtan ? xiangtanSnapshot(xiangtan) : snapshot();
  const built = template.build(state);

  it('passes 111 of 112 accounts, 99.11 %, and all 44 sites', () => {
    expect(
      ['accounts.base', 'accounts.pass', 'accounts.fail', 'accounts.rate', 'accounts.outside'].map((id) => figureValue(built, id)),
    ).toEqual([112, 111, 1, 99.11, 1]);
    expect(
      ['sites.gov_website', 'sites.institution_site', 'sites.base', 'sites.pass', 'sites.rate'].map((id) => figureValue(built, id)),
    ).toEqual([40, 4, 44, 44, 100]);
  });

  it('prints the rows of both lists as the printed ones, with the unfiled account marked', () => {
    expect(printedRows(built, 'account-list').map((row) => row.slice(0, 6))).toEqual(seed.attachments[0]?.rows);
    expect(printedRows(built, 'account-list').map((row) => row[6])).toEqual(['否（没有备案）', '是']);
    expect(printedRows(built, 'interpretations')).toEqual(seed.attachments[1]?.rows);
    expect(figureValue(built, 'interpretations.missing')).toBe(4);
  });

  it('prints addressees, basis and contacts, and names every unit the notice names for a problem', () => {
    const text = printedBody(built).join('\n');
    expect(built.addressees).toBe('各县市区人民政府，湘潭高新区和经开区管委会，市直机关各有关单位');
    expect(text).toContain('（国办秘函〔2019〕19号）');
    expect(text).toContain('QQ276*******');
    for (const { unit } of seed.problems) if (unit !== null) expect(text).toContain(unit);
  });

  it('agrees with its own rows', () => {
    expect(auditDocument(built, state, template.build(state))).toEqual([]);
  });
});
