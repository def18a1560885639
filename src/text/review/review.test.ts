import { describe, expect, it } from 'vitest';
import { compileAccepted } from './accepted.ts';
import { doubtTopic, topicSigns } from './off-topic.ts';
import { itemsOfPage, type KeptFinding, keyOf, stringOf, WHOLE_PAGE } from './review-item.ts';
import { CEILING, FEWEST, fitThreshold, type Judged, WINDOW } from './threshold.ts';

const judged = (count: number, score: number, right: boolean): Judged[] => Array.from({ length: count }, () => ({ score, right }));

describe('threshold of a layer on a site', () => {
  it.each([
    ['nothing judged yet', [], 0.5, 0.5],
    ['one judgement too few', judged(FEWEST - 1, 0.6, false), 0.5, 0.5],
    ['all right', judged(20, 0.6, true), 0.5, 0.5],
    ['just 80 %', [...judged(16, 0.6, true), ...judged(4, 0.6, false)], 0.5, 0.5],
    ['just below: up to the next score', [...judged(15, 0.7, true), ...judged(5, 0.6, false), ...judged(1, 0.6, true)], 0.5, 0.7],
    ['nothing is precise enough', judged(20, 0.9, false), 0.5, CEILING],
    ['only the last 50 count', [...judged(60, 0.6, false), ...judged(WINDOW, 0.6, true)], 0.5, 0.5],
    ['never below the layer itself', judged(20, 0.3, true), 0.9, 0.9],
  ])('%s', (_name, rows, initial, wanted) => {
    const { threshold, precision } = fitThreshold(rows, initial);
    expect(threshold).toBe(wanted);
    if (precision !== null && rows.length >= FEWEST && threshold < CEILING) expect(precision).toBeGreaterThanOrEqual(0.8);
  });
});

const finding = (parts: Partial<KeptFinding>): KeptFinding => ({
  layer: 'L4',
  kind: 'wrong-character',
  severity: 3,
  score: 0.9,
  files: false,
  found: '按',
  suggestion: '安',
  why: '',
  place: { block: 0, start: 2, end: 3 },
  context: '设备按装完毕。',
  contextAt: 2,
  ...parts,
});

describe('what a finding is known by', () => {
  it.each([
    ['a letter takes its neighbours', {}, '设备按装完'],
    ['up to a mark', { context: '好，按装。完', contextAt: 2 }, '按装'],
    ['a long string stands for itself', { found: '整治站位', context: '提高整治站位', contextAt: 2 }, '整治站位'],
    ['a gap takes the letters around it', { found: '', context: '中国特社会', contextAt: 3 }, '国特社会'],
    ['a sentence that is masked tells nothing', { found: '甲', context: '乙丙', contextAt: 0 }, '甲'],
  ])('%s', (_name, parts, wanted) => {
    expect(stringOf(finding(parts))).toBe(wanted);
  });
  it('the suggestion is part of the key, the layer is not', () => {
    expect(keyOf('a', 'b', 'c')).not.toBe(keyOf('a', 'b', null));
    const [one] = itemsOfPage({ url: 'u', title: null, collapsed: false, findings: [finding({})] });
    const [other] = itemsOfPage({ url: 'v', title: null, collapsed: false, findings: [finding({ layer: 'L1' })] });
    expect(one?.key).toBe(other?.key);
  });
});

describe('items of a page', () => {
  it('joins the same string', () => {
    const items = itemsOfPage({ url: 'u', title: null, collapsed: false, findings: [finding({ score: 0.5 }), finding({ score: 0.8 })] });
    expect(items).toMatchObject([{ score: 0.8, places: [{}, {}] }]);
  });
  it('makes one of a page that is full of them, but for what is grave or private', () => {
    const findings = [
      finding({}),
      finding({ found: '布署工作' }),
      finding({ layer: 'L1', severity: 1 }),
      finding({ layer: 'L5', kind: 'identity-number' }),
    ];
    const items = itemsOfPage({ url: 'u', title: '标题', collapsed: true, findings });
    expect(items.map(({ kind, places }) => [kind, places.length])).toEqual([
      [WHOLE_PAGE, 2],
      ['wrong-character', 1],
      ['identity-number', 1],
    ]);
    expect(items[0]?.why).toBe('本页疑似文字错误2处，请通读全页');
  });
});

describe('accepted terms', () => {
  const lies = compileAccepted(['整治站位点', '按键']);
  it.each([
    ['within the term', '专项整治站位点', 2, 6, true],
    ['the term itself', '整治站位点', 0, 5, true],
    ['reaching beyond it', '整治站位点检', 3, 6, false],
    ['no such term', '提高整治站位', 2, 6, false],
    ['the second time it stands there', '按键与按键', 3, 4, true],
  ])('%s', (_name, text, start, end, wanted) => {
    expect(lies(text, start, end)).toBe(wanted);
  });
  it('none accepted', () => expect(compileAccepted([])('甲', 0, 1)).toBe(false));
});

describe('content that does not fit its column', () => {
  const novel = '雪越下越大，我推开门，看见她坐在灯下。“你来了。”她抬起头，轻声说。我不知道该怎么回答她，只是站在那里。'.repeat(10);
  const report =
    '4月9日，县住建局召开安全生产工作会议，传达上级会议精神，部署下一阶段重点工作。会议要求各单位落实责任，检查项目36个。'.repeat(10);
  const interview = '主持人问：“你们单位今年做了哪些工作？”我们局长说：“我们推进项目建设，服务群众，落实政策。”'.repeat(12);
  it.each([
    ['a novel', novel, true],
    ['a report', report, false],
    ['an interview', interview, false],
    ['a short piece', novel.slice(0, 300), false],
  ])('%s', (_name, text, wanted) => {
    expect(doubtTopic(text) !== null).toBe(wanted);
  });
  it('counts nothing in a short text', () => expect(topicSigns('短')).toBeNull());
});
