import { describe, expect, it } from 'vitest';
import type { Block } from '../../core/block.ts';
import { recount } from './recount.ts';

const TITLE = '某县2023年5月政务公开情况通报';
const text = (...lines: string[]): Block[] => [TITLE, ...lines].map((line) => ({ kind: 'paragraph', text: line }));
const table = (title: string, ...rows: string[]): Block[] => [
  { kind: 'paragraph', text: title },
  { kind: 'table', rows: rows.map((row) => row.split('|')) },
];
/** Verdict of the figure that is printed so, with what it should be. */
function verdictOf(blocks: readonly Block[], quote: string): string {
  const found = recount(blocks).figures.find(({ figure }) => figure.quote === quote);
  if (!found) return 'not found';
  return found.verdict === 'disagrees' ? `disagrees: ${found.recomputed}` : found.verdict;
}

const MONITORED = table('5月份网站监测结果', '单位|检查结果', '县教育局|合格', '县公安局|合格', '县民政局|不合格', '县水利局|合格');
const VOLUME = table(
  '各乡镇信息发布统计表',
  '单位|任务数|发布数（条）|完成率（%）',
  '甲镇|40|20|50.0',
  '乙镇|30|10|33.3',
  '丙镇|20|5|25.0',
);

describe('counts of a sentence against 问题清单', () => {
  const list = (...states: string[]): Block[] =>
    table(
      '12月份问题清单',
      '序号|单位|问题|发现日期|交办情况',
      ...states.map((state, i) => `${i + 1}|甲局|栏目超期|2022年12月1日|${state}`),
    );
  const states = [
    ...['本次交办', '本次交办', '上期结转；未整改，再次交办', '整改不彻底，再次交办', '已交办，整改中', '上期结转；已交办，待复核'],
    ...['已交办，逾期未整改', '已整改，待销号', '截止日后已销号', '截止日后已豁免'],
  ];
  const told = (...[now, again, already, fixed, since]: number[]): Block[] =>
    text(
      `本期交办问题${now}个，其中再次交办${again}个；此前已交办、尚未销号的问题${already}个；已整改、待销号的问题${fixed}条；截止日后已销号或豁免的问题${since}项，逐条列在附件“12月份问题清单”中。`,
    );
  const right = [4, 2, 3, 1, 2];
  const QUOTES = [
    (n: number) => `${n}个`,
    (n: number) => `${n}个`,
    (n: number) => `${n}个`,
    (n: number) => `${n}条`,
    (n: number) => `${n}项`,
  ];

  it.each(right.map((n, i): [number, number] => [i, n]))('number %i of the sentence: %i', (i, n) => {
    const quote = QUOTES[i] as (n: number) => string;
    expect(verdictOf([...told(...right), ...list(...states)], quote(n))).toBe('agrees');
    const wrong = right.with(i, 9);
    expect(verdictOf([...told(...wrong), ...list(...states)], quote(9))).toBe(`disagrees: ${quote(n)}`);
  });

  it.each<[string, readonly Block[], string]>([
    ['marked in words of another office', [...told(7, 2, 3, 1, 2), ...list(...states, '已转办')], 'cannot-check'],
    ['in a list that leaves some out', [...told(7, 2, 3, 1, 2), ...list(...states, '……')], 'cannot-check'],
    ['where no list is named', [...text('本期交办问题7个。'), ...list(...states)], 'cannot-check'],
    ['printed twice', [...told(7, 2, 3, 1, 2), ...list(...states), ...list(...states)], 'cannot-check'],
  ])('%s: nothing is accused', (_, blocks, verdict) => expect(verdictOf(blocks, '7个')).toBe(verdict));
});

describe('a problem of 问题清单 beside its site', () => {
  const SAID = '“整治站位”应为“政治站位”（《要闻》等9个页面）';
  const sites = (said: string, unit = '甲局'): Block[] =>
    table('附件1：监测情况', '单位名称|检查结果|监测发现的突出问题', `${unit}|合格|${said}`, '乙局|无问题|');
  const list = (...problems: string[]): Block[] =>
    table('12月份问题清单', '序号|单位|问题|交办情况', ...problems.map((words, i) => `${i + 1}|甲局|${words}|本次交办`));
  const against = (...blocks: readonly Block[]): string[] =>
    recount(blocks)
      .figures.filter(({ verdict }) => verdict === 'disagrees')
      .map(({ figure, recomputed }) => `${figure.quote} → ${recomputed}`);
  const other = (n: number): string => SAID.replace('9个', `${n}个`);

  it.each<[string, Block[], string[]]>([
    ['the same words', [...text('情况如下。'), ...sites(SAID), ...list(SAID)], []],
    ['another figure', [...text('情况如下。'), ...sites(other(10)), ...list(SAID)], ['10个 → 9个']],
    ['among other lines', [...text('情况如下。'), ...sites(`首页错位，${other(10)}`), ...list(SAID, '首页错位')], ['10个 → 9个']],
    ['under its name plates', [...text('情况如下。'), ...sites(other(10), '甲局（丁办）'), ...list(SAID)], ['10个 → 9个']],
    ['of another unit', [...text('情况如下。'), ...sites(other(10), '丙局'), ...list(SAID)], []],
    ['two of such words: which is meant is not known', [...text('情况如下。'), ...sites(other(10)), ...list(SAID, other(8))], []],
    [
      'of another site of the unit',
      [
        ...text('情况如下。'),
        ...table('附件1：监测情况', '单位名称|网站名称|突出问题', `甲局|甲局一网|${other(10)}`, '甲局|甲局二网|'),
        ...table('12月份问题清单', '单位|网站、账号|问题|交办情况', `甲局|甲局二网|${SAID}|本次交办`),
      ],
      [],
    ],
    [
      'of the very site',
      [
        ...text('情况如下。'),
        ...table('附件1：监测情况', '单位名称|网站名称|突出问题', `甲局|甲局一网|${other(10)}`, '甲局|甲局二网|'),
        ...table('12月份问题清单', '单位|网站、账号|问题|交办情况', `甲局|甲局一网|${SAID}|本次交办`),
      ],
      ['10个 → 9个'],
    ],
    [
      'of an account, beside the site of its unit',
      [
        ...text('情况如下。'),
        ...sites(other(10)),
        ...table('12月份问题清单', '单位|网站、账号|问题|交办情况', `甲局|甲局发布|${SAID}|本次交办`),
      ],
      [],
    ],
    ['only on the list', [...text('情况如下。'), ...sites(''), ...list(SAID)], []],
    ['words too short to tell', [...text('情况如下。'), ...sites('错字4处'), ...list('错字3处')], []],
  ])('%s', (_, blocks, expected) => expect(against(...blocks)).toEqual(expected));
});

describe('text against text', () => {
  it.each([
    ['parts of a whole', '共检查账号41个，其中微博13个、微信28个。', '41个', 'agrees'],
    ['parts with a rest that leave a gap', '共检查账号42个，其中微博13个、其他28个。', '42个', 'disagrees: 41个'],
    ['platforms of which one may be unnamed', '共检查账号42个，其中微博13个、微信28个。', '42个', 'cannot-check'],
    ['some parts only', '共检查账号42个，其中重点账号13个、优秀账号8个。', '42个', 'cannot-check'],
    ['a part larger than the whole', '共检查账号42个，其中微博53个、微信28个。', '53个', 'disagrees: 不多于42个'],
    ['a rate of two counts', '检查网站44家，合格39家，合格率88.6%。', '88.6%', 'agrees'],
    ['another rate', '检查网站44家，合格39家，合格率87.8%。', '87.8%', 'disagrees: 88.6%'],
    ['a rate with the verb of its count', '印发文件45件，同步解读41件，解读率93.1%。', '93.1%', 'disagrees: 91.1%'],
    ['done in time of what was due', '收到留言37条，办结30条，按期办结率100%。', '100%', 'cannot-check'],
    ['shares told in order', '发现问题32个，链接不可用17个、表述错误15个，分别占53.1%、48.9%。', '48.9%', 'disagrees: 46.9%'],
    ['an earlier rate', '检查44家，合格39家，合格率88.6%，较上月的90.1%下降1.5个百分点。', '90.1%', 'agrees'],
    ['a step', '发布120条，比上月的100条增加20条，增长20%。', '20条', 'agrees'],
    ['a wrong step', '发布120条，比上月的100条增加30条。', '30条', 'disagrees: 20条'],
    ['growth', '发布120条，比上月的100条增加20条，增长25%。', '25%', 'disagrees: 20%'],
    ['what is left', '发现问题156个，已整改148个，未整改9个。', '9个', 'disagrees: 8个'],
    ['a balance', '上年结转6件，新收214件，办结212件，结转下年8件。', '8件', 'agrees'],
    ['a broken balance', '上年结转6件，新收214件，办结212件，结转下年9件。', '9件', 'disagrees: 8件'],
    ['a stock of problems', '截至3月底存量问题12个，4月新增问题8个，整改销号15个，现有问题5个。', '5个', 'agrees'],
    ['a wrong stock of problems', '截至3月底存量问题12个，4月新增问题8个，整改销号15个，现有问题6个。', '6个', 'disagrees: 5个'],
    ['a stock with what was found', '上月遗留问题12个，本月新发现20个，已整改15个，未整改17个。', '17个', 'agrees'],
    ['a wrong stock with what was found', '上月遗留问题12个，本月新发现20个，已整改15个，未整改18个。', '18个', 'disagrees: 17个'],
    ['a stock from which some were withdrawn', '期初12个，新增8个，整改15个，误报撤销2个，期末3个。', '3个', 'agrees'],
    ['what came back and was withdrawn', '期初12个，新增8个，再次发现1个，销号15个，撤销2个，豁免3个，期末1个。', '3个', 'agrees'],
    [
      'what was withdrawn of the last one’s, told in brackets, is no flow of this one',
      '期初10个（上期通报为12个，其后撤销2个），本期新增5个，再次发现0个，销号1个，撤销3个，期末11个。',
      '11个',
      'agrees',
    ],
    ['withdrawn, told in brackets', '期初12个，新增8个，整改15个（另撤销2个），期末3个。', '3个', 'agrees'],
    ['withdrawn within what was done', '期初12个，新增8个，整改15个，误报撤销2个，期末5个。', '2个', 'cannot-check'],
    ['withdrawn, and neither way right', '期初12个，新增8个，整改15个，误报撤销2个，期末4个。', '4个', 'cannot-check'],
    ['how they were done is beside it', '期初12个，新增8个，整改15个，其中按期整改14个，期末5个。', '5个', 'agrees'],
    ['some could not be decided', '检查网站6家，合格3家，不合格2家，另有1家未能认定，合格率50%。', '2家', 'agrees'],
    ['some could not be decided, and no sum fits', '检查网站9家，合格3家，不合格2家，另有1家未能认定。', '2家', 'cannot-check'],
    ['all could be decided', '检查网站6家，合格3家，不合格2家，合格率50%。', '2家', 'disagrees: 3家'],
    ['two stocks', '网站期初2个，新增3个，整改4个，期末1个；新媒体期初5个，新增1个，整改3个，期末9个。', '9个', 'disagrees: 3个'],
    ['a list as long as it says', '县教育局、县公安局、县民政局3家单位未整改。', '3家', 'agrees'],
    ['a list that is shorter', '县教育局、县公安局、县民政局4家单位未整改。', '4家', 'disagrees: 3家'],
    ['a list that breaks off', '县教育局、县公安局、县民政局等12家单位未整改。', '12家', 'cannot-check'],
    ['two lists in one', '县教育局、县公安局等部门，以及甲镇、乙镇共9家未整改。', '9家', 'cannot-check'],
    ['a list that breaks off at last', '县教育局、县公安局、县民政局等4家单位未整改。', '4家', 'cannot-check'],
    ['a list longer than it says', '县教育局、县公安局、县民政局、县水利局等3家单位未整改。', '3家', 'disagrees: 4家'],
    ['a complete list that ends in 等', '县教育局、县公安局、县民政局等3家单位未整改。', '3家', 'agrees'],
    ['a part that goes on', '甲镇、乙镇等乡镇和县教育局、县公安局等部门共9家未整改。', '9家', 'cannot-check'],
    ['a part that goes on within one clause', '县教育局、县公安局等县直部门、甲镇共9家单位未整改。', '9家', 'cannot-check'],
    ['names with brackets', '高新区（城东、城西片区）、甲镇2家单位未整改。', '2家', 'agrees'],
    ['names behind', '有3家单位（县教育局、县公安局、县民政局）未整改。', '3家', 'agrees'],
    ['too many names behind', '有3家单位（县教育局、县公安局、县民政局、县水利局）未整改。', '3家', 'disagrees: 4家'],
    ['names behind that go on', '有9家单位（县教育局、县公安局、县民政局等）未整改。', '9家', 'cannot-check'],
    ['groups behind', '有9家单位（甲镇等5个镇、县教育局等4个部门）未整改。', '9家', 'cannot-check'],
    ['names behind a colon', '未整改的有2个乡镇：甲镇、乙镇、丙镇。', '2个', 'disagrees: 3个'],
    ['what they did behind a colon', '有2个部门：县教育局未更新、县公安局、县民政局未备案。', '2个', 'cannot-check'],
    ['a name that holds 和', '县教育局、县公安局、县文化和旅游局3家单位未整改。', '3家', 'cannot-check'],
    ['two names joined first', '县教育局和县公安局、县民政局3家单位未整改。', '3家', 'cannot-check'],
    ['aspects told in phrases', '存在3个方面问题：发布不及时、不全面、回应群众不到位、不规范。', '3个', 'cannot-check'],
    ['forms', '采用文字、图解、视频、音频四种形式解读。', '四种', 'agrees'],
    ['forms, one too few', '采用文字、图解、视频三大形式、四类渠道解读，文字、图解、视频四种形式并用。', '四种', 'disagrees: 3种'],
    ['a mean per day', '5月份发布信息310条，日均10条。', '10条', 'agrees'],
    ['a wrong mean per day', '5月份发布信息310条，日均12条。', '12条', 'disagrees: 10条'],
    ['about', '发布约3000条。', '3000条', 'cannot-check'],
    ['a demand', '每月不少于4条。', '4条', 'cannot-check'],
  ])('%s', (_, sentence, quote, expected) => expect(verdictOf(text(sentence), quote)).toBe(expected));

  it.each([
    ['87.8', []],
    ['87.80', []],
    ['88', []],
    ['87.9', ['disagrees']],
  ])('36 of 41 as %s %%: a way of rounding is no error', (rate, wrong) => {
    const { figures } = recount(text(`检查网站41家，合格36家，合格率${rate}%。`));
    expect(figures.filter(({ verdict }) => verdict === 'disagrees').map(({ verdict }) => verdict)).toEqual(wrong);
  });
  it('cut off instead of rounded is remarked', () => {
    const { remarks } = recount(text('检查网站3家，合格2家，合格率66.6%。'));
    expect(remarks.map(({ message }) => message)).toEqual(['“66.6%”是直接舍去的结果，四舍五入为66.7%']);
  });
});

describe('text against tables', () => {
  it.each([
    ['passed', [...text('本月网站合格3家。'), ...MONITORED], '3家', 'agrees'],
    ['passed, wrong', [...text('本月网站合格4家。'), ...MONITORED], '4家', 'disagrees: 3家'],
    ['failed, wrong', [...text('本月网站合格3家，不合格2家。'), ...MONITORED], '2家', 'disagrees: 1家'],
    ['a sum', [...text('各乡镇共公开信息35条。'), ...VOLUME], '35条', 'agrees'],
    ['a wrong sum', [...text('各乡镇共公开信息36条。'), ...VOLUME], '36条', 'disagrees: 35条'],
    [
      'of some towns only',
      [...text('各乡镇共公开信息36条。'), ...VOLUME, { kind: 'paragraph', text: '注：仅列部分乡镇。' } as const],
      '36条',
      'cannot-check',
    ],
    ['values behind names', [...text('甲镇20条、乙镇10条、丙镇6条。'), ...VOLUME], '6条', 'disagrees: 5条'],
  ])('%s', (_, blocks, quote, expected) => expect(verdictOf(blocks, quote)).toBe(expected));

  it.each([
    ['the right last two', '丙镇、乙镇居后两位。', 'agrees'],
    ['the wrong order', '排名后三位的是丙镇、甲镇、乙镇。', 'disagrees'],
    ['ranked by what the table does not hold', '阅读量增幅居前两位的是丙镇、甲镇。', undefined],
  ])('%s', (_, sentence, expected) => {
    const found = recount([...text(sentence), ...VOLUME]).figures.find(({ figure }) => figure.kind === 'rank');
    expect(found?.verdict).toBe(expected);
  });
});

describe('within tables', () => {
  const cells = (...rows: string[]): string[] =>
    recount([...text('见下表。'), ...table('各单位情况表', ...rows)])
      .figures.filter(({ figure, verdict }) => figure.place.in === 'cell' && verdict === 'disagrees')
      .map(({ figure, recomputed }) => `${figure.before}：${figure.quote} → ${recomputed}`);
  it.each([
    ['a total', ['单位|交办|整改', '甲|5|3', '乙|6|4', '丙|7|5', '合计|18|12'], []],
    ['a wrong total', ['单位|交办|整改', '甲|5|3', '乙|6|4', '丙|7|5', '合计|19|12'], ['合计 交办：19 → 18']],
    ['a table of examples', ['单位|交办|整改', '甲|5|3', '乙|6|4', '……||', '合计|190|120'], []],
    ['subtotals', ['类|单位|数', '镇|甲|5', '镇|乙|6', '镇|小计|11', '部门|丙|7', '部门|丁|2', '部门|小计|9', '总计|总计|20'], []],
    [
      'a wrong subtotal',
      ['类|单位|数', '镇|甲|5', '镇|乙|6', '镇|小计|12', '部门|丙|7', '部门|丁|2', '部门|小计|9', '总计|总计|20'],
      ['小计 数：12 → 11'],
    ],
    ['a mean of scores', ['单位|得分|加分', '甲|90|4', '乙|80|2', '平均分|85|3'], []],
    ['a wrong mean', ['单位|得分|加分', '甲|90|4', '乙|80|2', '平均分|86|3'], ['平均分 得分：86 → 85']],
    ['shares', ['单位|应办|办结|办结率', '甲|4|3|75%', '乙|5|4|80%', '丙|8|7|87.5%', '丁|4|1|25%'], []],
    ['a wrong share', ['单位|应办|办结|办结率', '甲|4|3|75%', '乙|5|4|80%', '丙|8|7|87.5%', '丁|4|1|26%'], ['丁 办结率：26% → 25%']],
    ['differences', ['单位|交办|整改|未整改', '甲|5|3|2', '乙|6|4|2', '丙|7|5|2', '丁|9|5|3'], ['丁 未整改：3 → 4']],
    ['a stock', ['单位|期初存量|本月新增|整改销号|期末存量', '甲|5|3|2|6', '乙|6|4|9|1', '丙|0|5|2|3', '合计|11|12|13|10'], []],
    [
      'a wrong stock',
      ['单位|期初存量|本月新增|整改销号|期末存量', '甲|5|3|2|6', '乙|6|4|9|2', '丙|0|5|2|3', '丁|1|1|1|1', '合计|12|13|14|11'],
      ['乙 期末存量：2 → 1', '合计 期末存量：11 → 12'],
    ],
    [
      'stocks at two ends',
      ['单位|3月末存量|新增|销号|4月末存量', '甲|5|3|2|6', '乙|6|4|9|1', '丙|0|5|2|3', '丁|1|1|1|2'],
      ['丁 4月末存量：2 → 1'],
    ],
    ['points to last month', ['单位|本月得分率|上月得分率|较上月', '甲|90%|85%|5', '乙|80%|82%|-2', '丙|77%|70%|7'], []],
    ['ties in a rank', ['名次|单位|得分', '1|甲|98', '2|乙|95', '2|丙|95', '4|丁|90'], []],
    ['a wrong rank', ['名次|单位|得分', '1|甲|98', '2|乙|95', '3|丙|94', '5|丁|90'], ['丁 名次：5 → 4']],
  ])('%s', (_, rows, expected) => expect(cells(...rows)).toEqual(expected));

  const forms = (...rows: string[]): string[] =>
    recount([...text('解读形式不得低于2种。'), ...table('未按要求解读的文件', '文件|问题', ...rows)])
      .figures.filter(({ figure, verdict }) => figure.place.in === 'cell' && verdict !== 'cannot-check')
      .map(({ figure, verdict, recomputed }) => `${figure.quote} ${verdict} ${recomputed}`);
  it.each([
    [
      'missing of the required two',
      ['甲|缺问答、图解、H5等其中2种形式', '乙|缺图解、H5等其中1种形式', '丙|缺图解、问答等其中1种形式'],
      'agrees',
    ],
    [
      'one of them wrong',
      ['甲|缺问答、图解、H5等其中2种形式', '乙|缺图解、H5等其中1种形式', '丙|缺图解、问答等其中2种形式'],
      'disagrees 1种',
    ],
    ['as many as are listed', ['甲|缺图解、音频2种形式', '乙|缺图解、音频、问答3种形式'], 'agrees'],
    ['not as many as are listed', ['甲|缺图解、音频2种形式', '乙|缺图解、音频、问答2种形式'], 'disagrees 3种'],
  ])('forms %s', (_, rows, last) => expect(forms(...rows).at(-1)).toContain(last));
  it.each([
    ['ticks', ['文件|文字|图解|视频|已有形式数', '甲|√|√||2', '乙|√|||1', '丙|√|√|√|3', '丁|√||√|1'], ['丁 已有形式数：1 → 2']],
    [
      'what the required number leaves',
      ['文件|文字|图解|视频|缺少形式数', '甲|√|√||0', '乙|√|||1', '丙||||2', '丁|||√|2'],
      ['丁 缺少形式数：2 → 1'],
    ],
    [
      'names in a cell',
      ['单位|未更新栏目|个数', '甲|规划、统计|2', '乙|预算|1', '丙|规划、预算、统计|3', '丁|规划、预算|3'],
      ['丁 个数：3 → 2'],
    ],
    ['a cell that goes on', ['单位|未更新栏目|个数', '甲|规划、统计|2', '乙|预算|1', '丙|规划、预算、统计|3', '丁|规划、预算等|5'], []],
    ['what they have', ['文件|已有形式|缺少数', '甲|文字、图解|0', '乙|文字|1', '丙|无|2', '丁|文字、图解、视频|1'], ['丁 缺少数：1 → 0']],
  ])('counted: %s', (_, rows, expected) =>
    expect(
      recount([...text('解读形式不得低于2种。'), ...table('情况表', ...rows)])
        .figures.filter(({ verdict }) => verdict === 'disagrees')
        .map(({ figure, recomputed }) => `${figure.before}：${figure.quote} → ${recomputed}`),
    ).toEqual(expected),
  );

  it('nothing is accused by a table whose rows and columns are not sure', () => {
    const rows = ['单位|交办|整改', '甲|5|3', '乙|6|4', '丙|7|5', '合计|19|12'].map((row) => row.split('|'));
    const [found] = recount([...text('见下表。'), { kind: 'table', rows, doubt: 'flattened' }]).figures.filter(
      ({ figure }) => figure.quote === '19',
    );
    expect(found).toMatchObject({ verdict: 'cannot-check', why: expect.stringContaining('不能确定') });
  });
});

describe('days', () => {
  const signed = (sentence: string, day = '2023年6月2日'): Block[] => text(sentence, '县政府办公室', day);
  it.each([
    ['the fifth working day', '请自印发之日起5个工作日内（6月9日前）整改。', '6月9日', 'agrees'],
    ['before the last day was over', '请自印发之日起5个工作日内（6月12日前）整改。', '6月12日', 'agrees'],
    ['far from it', '请自印发之日起5个工作日内（6月29日前）整改。', '6月29日', 'disagrees: 2023年6月9日'],
    ['before it was signed', '请各单位于5月20日前整改到位。', '5月20日', 'disagrees: 不早于2023年6月2日'],
    ['long done', '各单位已于5月20日前整改到位。', '5月20日', 'not found'],
    ['a day of the week', '6月5日（星期一）开始。', '6月5日（星期一）', 'agrees'],
    ['a wrong day of the week', '6月5日（星期二）开始。', '6月5日（星期二）', 'disagrees: 星期一'],
    ['no such day', '于4月31日开始。', '4月31日', 'disagrees: （没有这一天）'],
    ['signed after the month', '如下。', '2023年6月2日', 'agrees'],
  ])('%s', (_, sentence, quote, expected) => expect(verdictOf(signed(sentence), quote)).toBe(expected));
  it.each([
    ['2023年5月15日', 'disagrees: 不早于2023年5月31日'],
    ['2023年5月28日', 'agrees'],
  ])('signed on %s, within the month', (day, expected) => expect(verdictOf(signed('如下。', day), day)).toBe(expected));
});

it('titles in the list of attachments and over the tables', () => {
  const listed = (over: string): string =>
    verdictOf(
      [...text('附件：1.5月份网站监测情况', '2.5月份账号监测情况', '附件1'), ...MONITORED.with(0, { kind: 'paragraph', text: over })],
      over,
    );
  expect(listed('5月份网站监测情况')).toBe('agrees');
  expect(listed('5月份网站巡查监测情况')).toBe('disagrees: 5月份网站监测情况');
  expect(listed('单位检查结果一览')).toBe('not found');
});
