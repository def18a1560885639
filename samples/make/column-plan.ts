import type { Limit } from '../../src/core/limit.ts';
import type { ColumnClass } from '../../src/subjects/column.ts';

/** A column as planned for a kind of unit, before it has a site. `slug` becomes part of its address. */
export interface PlannedColumn {
  path: readonly string[];
  slug: string;
  class: ColumnClass;
  limit: Limit;
  minimumPerYear: number | null;
}

/** Kinds of unit that keep different columns. */
export type PlanKind = 'department' | 'zone' | 'town' | 'subdistrict';

const HALF: Limit = 'P6M';
const YEAR: Limit = 'P1Y';

function column(
  path: string,
  slug: string,
  limit: Limit,
  className: ColumnClass = 'other',
  minimumPerYear: number | null = null,
): PlannedColumn {
  return { path: path.split('—'), slug, class: className, limit, minimumPerYear };
}

const EVERYONE = [column('工作动态', 'gzdt', 'P14D', 'news', 12), column('通知公告', 'tzgg', HALF, 'notices', 3)];

const INTERPRETATION = [
  column('本级政策解读—负责人解读', 'bjzcjd/fzrjd', HALF, 'interpretation'),
  column('本级政策解读—其他解读', 'bjzcjd/qtjd', HALF, 'interpretation'),
  column('政策解读—上级政策解读', 'zcjd/sjzcjd', HALF, 'interpretation'),
];

/** In the order of the site's own menu, which is also the order in which the notice names them. */
const ALWAYS: Record<PlanKind, readonly PlannedColumn[]> = {
  department: [
    ...EVERYONE,
    column('部门文件', 'bmwj', HALF, 'policy', 3),
    ...INTERPRETATION,
    column('财政预决算', 'czyjs', YEAR, 'finance'),
    column('本部门三公经费', 'bbmsgjf', YEAR, 'finance'),
    column('机构领导', 'jgld', YEAR, 'leaders'),
  ],
  zone: [
    ...EVERYONE,
    column('政策文件', 'zcwj', HALF, 'policy', 3),
    column('财政专项资金—制度文件', 'czzxzj/zdwj', HALF, 'finance'),
    column('财政专项资金—财政专项资金管理和使用情况', 'czzxzj/glsy', YEAR, 'finance'),
    ...INTERPRETATION,
    column('财政预决算', 'czyjs', YEAR, 'finance'),
    column('管委会领导', 'gwhld', YEAR, 'leaders'),
    column('招商引资', 'zsyz', HALF),
    column('重大建设项目', 'zdjsxm', HALF),
    column('双随机一公开', 'ssjygk', YEAR),
  ],
  town: [
    ...EVERYONE,
    column('政策文件', 'zcwj', HALF, 'policy', 3),
    ...INTERPRETATION,
    column('政府领导—领导简介', 'zfld/ldjj', YEAR, 'leaders'),
    column('财政资金—财政预决算', 'czzj/czyjs', YEAR, 'finance'),
    column('财政资金—财政专项资金管理和使用情况', 'czzj/glsy', HALF, 'finance'),
    column('征地补偿—征收土地公告', 'zdbc/zstdgg', HALF),
    column('贫困重度残疾人生活救助—政策与标准', 'cjrjz/zcybz', HALF),
    column('农村五保供养补助—政策与标准', 'wbgy/zcybz', HALF),
  ],
  subdistrict: [
    ...EVERYONE,
    column('政策文件', 'zcwj', HALF, 'policy', 3),
    ...INTERPRETATION,
    column('街道领导', 'jdld', YEAR, 'leaders'),
    column('财政预决算', 'czyjs', YEAR, 'finance'),
    column('城市最低生活保障—政策与标准', 'csdb/zcybz', HALF),
    column('社区建设', 'sqjs', HALF),
    column('贫困重度残疾人生活救助—政策与标准', 'cjrjz/zcybz', HALF),
  ],
};

const SOMETIMES: Record<PlanKind, readonly PlannedColumn[]> = {
  department: [
    column('双随机一公开', 'ssjygk', YEAR),
    column('行政执法公示', 'xzzfgs', YEAR),
    column('规划计划', 'ghjh', YEAR),
    column('招标采购', 'zbcg', HALF),
    column('建议提案办理', 'jytabl', YEAR),
    column('机构职能', 'jgzn', YEAR),
    column('应急管理', 'yjgl', HALF),
    column('人事信息', 'rsxx', HALF),
    column('重点领域信息', 'zdlyxx', HALF),
  ],
  zone: [column('应急管理', 'yjgl', HALF), column('人事信息', 'rsxx', HALF)],
  town: [
    column('乡村振兴', 'xczx', HALF),
    column('环境保护', 'hjbh', HALF),
    column('应急管理', 'yjgl', HALF),
    column('重大建设项目', 'zdjsxm', HALF),
    column('农村危房改造—政策与标准', 'wfgz/zcybz', HALF),
  ],
  subdistrict: [column('环境保护', 'hjbh', HALF), column('应急管理', 'yjgl', HALF), column('人事信息', 'rsxx', HALF)],
};

/** Where one unit's tree differs from its kind's: a leaf is replaced by these. */
const DIFFERENT: Record<string, { leaf: string; becomes: readonly PlannedColumn[] }> = {
  凌笪镇: { leaf: '政府领导—领导简介', becomes: [column('政府领导', 'zfld', YEAR, 'leaders')] },
  梅渚镇: {
    leaf: '财政资金—财政专项资金管理和使用情况',
    becomes: [
      column('财政资金—财政专项资金管理和使用情况—资金管理制度', 'czzj/glsy/zjglzd', HALF, 'finance'),
      column('财政资金—财政专项资金管理和使用情况—资金分配结果', 'czzj/glsy/zjfpjg', HALF, 'finance'),
      column('财政资金—财政专项资金管理和使用情况—资金使用情况', 'czzj/glsy/zjsyqk', HALF, 'finance'),
    ],
  },
};

/**
 * The columns of one unit: those every unit of its kind keeps, those in `required` (the notice names them),
 * and a rotating part of the rest, so that no two neighbours have the same tree.
 */
export function columnsOf(unit: string, kind: PlanKind, order: number, required: readonly string[]): PlannedColumn[] {
  const extra = SOMETIMES[kind].filter((c, i) => required.includes(c.path.join('—')) || (i * 7 + order * 3) % 9 < 5);
  const different = DIFFERENT[unit];
  return [...ALWAYS[kind], ...extra].flatMap((c) => (c.path.join('—') === different?.leaf ? different.becomes : [c]));
}
