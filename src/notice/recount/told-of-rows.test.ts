import { expect, it } from 'vitest';
import type { Block } from '../../core/block.ts';
import { recount } from './recount.ts';

const GROUPS = [
  '单位|类别|得分|完成率|错字（处）',
  '甲局|部门|95|90.5%|3',
  '乙局|部门|88|82.5%|5',
  '丙局|部门|79|61.0%|2',
  '丁镇|镇|92|93.0%|0',
];
const told = (sentence: string, rows: readonly string[] = GROUPS): string[] => {
  const blocks: Block[] = [
    { kind: 'paragraph', text: '某县2023年5月政务公开情况通报' },
    { kind: 'paragraph', text: sentence },
    { kind: 'paragraph', text: '各单位情况表' },
    { kind: 'table', rows: rows.map((row) => row.split('|')) },
  ];
  return recount(blocks).figures.flatMap(({ figure, verdict, recomputed }) =>
    figure.place.in === 'text' && verdict === 'disagrees' ? [`${figure.quote} → ${recomputed}`] : [],
  );
};

it.each([
  ['bands', '90分以上的2个，80分至90分的1个，80分以下的1个。', []],
  ['a wrong band', '90分以上的2个，80分至90分的3个，80分以下的1个。', ['3个 → 1个']],
  ['bands of something else', '90分以上的7个，80分以下的9个。', []],
  ['one name and its score', '排名第一的是甲局，得分95分。', []],
  ['one name and a wrong score', '排名第一的是甲局，得分96分。', ['96分 → 95分']],
  ['what it gained is no score', '甲局比上月高6分。', []],
  ['a share with fewer decimals', '完成率最低的是丙局，为61%。', []],
  ['a wrong share', '完成率最低的是丙局，为63%。', ['63% → 61.0%']],
  ['a share of another column', '满意率最低的是丙局，为63%。', []],
  ['values told in order', '甲局、乙局、丙局得分分别为95分、88分、79分。', []],
  ['a wrong one told in order', '甲局、乙局、丙局得分分别为95分、89分、79分。', ['89分 → 88分']],
  ['groups of rows', '部门10处，镇0处，乙局5处。', []],
  ['a column that is named', '甲局错字3处、乙局6处。', ['6处 → 5处']],
  ['shares of one whole', '发布100条，其中动态50条，占50.0%；公告30条，占30.0%；其他20条，占20.0%。', []],
  ['a wrong share of one whole', '发布100条，其中动态50条，占50.0%；公告30条，占30.0%；其他20条，占21.0%。', ['21.0% → 20.0%']],
  ['shares of different wholes', '发布100条，其中动态50条，占62.5%；公告30条，占44.1%；其他20条，占21.3%。', []],
  ['the base before its share', '发布66条，完成年度任务120条的55.0%。', []],
  ['a wrong share of the base before it', '发布66条，完成年度任务120条的56.0%。', ['56.0% → 55.0%']],
  ['money', '安排资金200.5万元，支出180.4万元，执行率90.0%。', []],
  ['a wrong share of money', '安排资金200.5万元，支出180.4万元，执行率92.0%。', ['92.0% → 90.0%']],
  ['money of last year', '与2022年的150.0万元相比，支出增加15.0万元，增长10.0%。', []],
  ['money of last year, wrong', '与2022年的150.0万元相比，支出增加15.0万元，增长11.0%。', ['11.0% → 10.0%']],
  ['parts in brackets', '二季度发布40条（4月10条、5月20条、6月10条）。', []],
  ['parts in brackets that do not add up', '二季度发布41条（4月10条、5月20条、6月10条）。', ['41条 → 40条']],
  ['some left out, in brackets', '应检查61个（不含注销的3个、停用的2个）。', []],
  ['so many each', '4个账号共发布20条，平均每个账号5条。', []],
  ['a wrong mean of each', '4个账号共发布20条，平均每个账号6条。', ['6条 → 5条']],
  ['an earlier rate behind a bracket', '18处问题已整改15处，整改率83.3%，比上期（第9期）的91.7%下降8.4个百分点。', []],
])('%s', (_, sentence, expected) => expect(told(sentence)).toEqual(expected));

it('points taken off are subtracted', () => {
  const rows = ['单位|基础分|加分|扣分|总分', '甲|90|5|2|93', '乙|85|0|5|80', '丙|88|2|1|89', '丁|70|1|3|69'];
  const cells = recount([{ kind: 'table', rows: rows.map((row) => row.split('|')) }]).figures;
  expect(cells.filter(({ verdict }) => verdict === 'disagrees').map(({ recomputed }) => recomputed)).toEqual(['68']);
});
