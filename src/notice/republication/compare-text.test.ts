import { describe, expect, it } from 'vitest';
import { compareText } from './compare-text.ts';
import type { IssuedText } from './issued-text.ts';

const sentence = (text: string, optional = false, masked = text) => ({ text, masked, optional });
const ISSUED: IssuedText = {
  title: '关于2022年12月政府网站监测情况的通报',
  sentences: [
    sentence('各乡镇人民政府，县直各单位：'),
    sentence('一、总体情况'),
    sentence('网站44家，合格39家，合格率88.6%。'),
    sentence('县甲局（连续2个月不合格）。'),
    sentence('联系人：王某，电话52180001。', true, '联系人：王某，电话********。'),
    sentence('附表', true),
    sentence('县政府信息中心'),
    sentence('2022年12月28日'),
  ],
};
const HEAD = '首页 > 通知公告\n关于2022年12月政府网站监测情况的通报\n发布时间：2023-01-04 字体：大 中 小\n';
const BODY = ISSUED.sentences.map(({ text }) => text).join('\n');
const TAIL = '\n附件：监测情况.xlsx\n打印本页 关闭窗口';
const compare = (body: string) => compareText(ISSUED, `${HEAD}${body}${TAIL}`);

describe('a notice on the page of a unit', () => {
  it.each([
    ['as issued', BODY],
    [
      'with other spaces, widths and invisible signs',
      BODY.replaceAll('，', ' , ').replaceAll('。', '．').replaceAll('（', '(').replace('88.6%', '８８.６\u200b％'),
    ],
    ['without what may be left out', BODY.replace(/联系人.*\n附表\n/, '')],
    ['with personal data covered', BODY.replace('52180001', '********')],
    ['after a head that quotes its beginning', `摘要：各乡镇人民政府，县直各单位：一、总体情况……\n${'栏目'.repeat(300)}\n${BODY}`],
  ])('is equal %s', (_, body) => expect(compare(body)).toEqual({ state: 'equal', differences: [] }));

  it.each([
    ['a changed figure', ['88.6', '89.6'], [{ issued: '网站44家，合格39家，合格率88.6%。', page: '网站44家，合格39家，合格率89.6%。' }]],
    ['a lost point', ['88.6', '886'], [{ issued: '网站44家，合格39家，合格率88.6%。', page: '网站44家，合格39家，合格率886%。' }]],
    ['a sentence left out', ['县甲局（连续2个月不合格）。', ''], [{ issued: '县甲局（连续2个月不合格）。', page: null }]],
    ['a sentence put in', ['一、总体情况', '一、总体情况\n本单位网站合格。'], [{ issued: null, page: '本单位网站合格。' }]],
    ['no signature', ['县政府信息中心\n2022年12月28日', ''], [{ issued: '县政府信息中心2022年12月28日', page: null }]],
  ] as const)('differs by %s', (_, [from, to], differences) =>
    expect(compare(BODY.replace(from, to))).toEqual({ state: 'differs', differences }),
  );

  it('differs by a title that is another one', () =>
    expect(compareText(ISSUED, `通报${BODY}`)).toEqual({ state: 'differs', differences: [{ issued: ISSUED.title, page: null }] }));

  it.each([
    ['a page of something else', '关于做好防汛工作的通知'],
    ['a list that names it', ISSUED.title],
    ['an empty page', ''],
  ])('is absent from %s', (_, body) => expect(compare(body).state).toBe('absent'));
});
