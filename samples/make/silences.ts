import type { Silence } from '../server/scenario.ts';

/**
 * When the columns of the twelve units stopped, and when some went on again. The notice prints no date of last
 * update, so these dates are ours, chosen so that each cut-off shows what the notice found:
 * half a year after 2022-06-16 is 2022-12-16, so that column is due soon on 11-27 and overdue on 12-27.
 */
export const LANGXI_SILENCES: readonly Silence[] = [
  // Open since October and never put right; one more of October closed in November, one of November closed in December.
  { unit: '县人社局', column: '本部门三公经费', from: '2021-09-22', to: null },
  { unit: '县人社局', column: '本级政策解读—负责人解读', from: '2022-03-30', to: '2022-11-10' },
  { unit: '县人社局', column: '政策解读—上级政策解读', from: '2022-05-06', to: '2022-12-09' },
  { unit: '县公安局', column: '本级政策解读—其他解读', from: '2022-04-08', to: null },
  { unit: '县公安局', column: '行政执法公示', from: '2021-10-12', to: '2022-11-08' },
  { unit: '县公安局', column: '政策解读—上级政策解读', from: '2022-05-13', to: '2022-12-14' },
  // Found in November, partly put right by December.
  { unit: '郎溪经开区管委会', column: '财政专项资金—制度文件', from: '2022-05-10', to: null },
  { unit: '郎溪经开区管委会', column: '本级政策解读—负责人解读', from: '2022-05-18', to: null },
  { unit: '郎溪经开区管委会', column: '财政专项资金—财政专项资金管理和使用情况', from: '2021-11-09', to: null },
  { unit: '郎溪经开区管委会', column: '本级政策解读—其他解读', from: '2022-05-16', to: '2022-12-07' },
  // Found in November, nothing put right.
  { unit: '县自然资源和规划局', column: '本级政策解读—其他解读', from: '2022-05-11', to: null },
  { unit: '县自然资源和规划局', column: '政策解读—上级政策解读', from: '2022-05-19', to: null },
  { unit: '梅渚镇', column: '政府领导—领导简介', from: '2021-11-03', to: null },
  { unit: '梅渚镇', column: '财政资金—财政专项资金管理和使用情况—资金管理制度', from: '2022-05-05', to: null },
  { unit: '梅渚镇', column: '财政资金—财政专项资金管理和使用情况—资金分配结果', from: '2022-05-09', to: null },
  { unit: '梅渚镇', column: '财政资金—财政专项资金管理和使用情况—资金使用情况', from: '2022-05-12', to: null },
  { unit: '梅渚镇', column: '征地补偿—征收土地公告', from: '2022-05-17', to: null },
  // Run out between the two cut-offs: due soon in November, overdue in December.
  { unit: '县机关事务管理服务中心', column: '双随机一公开', from: '2021-12-09', to: null },
  { unit: '县文旅局', column: '双随机一公开', from: '2021-12-14', to: null },
  { unit: '县退役军人事务局', column: '政策解读—上级政策解读', from: '2022-06-10', to: null },
  { unit: '县生态环境分局', column: '本级政策解读—负责人解读', from: '2022-06-16', to: null },
  { unit: '凌笪镇', column: '政府领导', from: '2021-12-07', to: null },
  // Still in time in November, due soon in December.
  { unit: '县人社局', column: '行政执法公示', from: '2022-01-11', to: null },
  { unit: '县住建局', column: '本级政策解读—负责人解读', from: '2022-07-08', to: null },
  { unit: '县文旅局', column: '本级政策解读—负责人解读', from: '2022-07-12', to: null },
  { unit: '建平镇', column: '贫困重度残疾人生活救助—政策与标准', from: '2022-07-06', to: null },
  { unit: '建平镇', column: '农村五保供养补助—政策与标准', from: '2022-07-14', to: null },
];

/** Problems the office had on its books at the October cut-off. */
export const LANGXI_OPENING = [
  { unit: '县人社局', column: '本部门三公经费' },
  { unit: '县人社局', column: '本级政策解读—负责人解读' },
  { unit: '县公安局', column: '本级政策解读—其他解读' },
  { unit: '县公安局', column: '行政执法公示' },
] as const;
