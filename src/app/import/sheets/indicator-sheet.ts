import type { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';

/** 第三方评估指标自查: a year's indicators with own score, evidence and the unit that answers for each (seeds E04). */
export const INDICATOR_SHEET: SheetSpec = {
  id: 'indicator',
  title: '评估指标自查',
  synonyms: ['第三方评估指标', '评估指标', '指标体系', '评估指标体系', '自查清单', '评估自查', '第三方评估自查'],
  purpose: '上级或者第三方评估的指标逐项自查，一项一行；没有佐证的指标会连同责任单位列出。',
  ignored: ['评分标准', '评估方式', '扣分原因', '差距'],
  fields: {
    number: {
      title: '指标编号',
      synonyms: ['指标序号', '编码', '指标代码'],
      required: true,
      hint: '同一年度内不重复，如 1.2.3。',
      examples: ['1.1', '1.2'],
      width: 12,
    },
    title: {
      title: '评估内容',
      synonyms: ['指标', '指标名称', '三级指标', '指标内容', '评估指标', '评估要点'],
      required: true,
      hint: '指标的名称或者要求。',
      examples: ['主动公开基本目录更新', '政策解读形式多样'],
      width: 40,
    },
    group: {
      title: '一级指标',
      synonyms: ['指标类别', '大类', '类别'],
      hint: '没有的不填。',
      examples: ['主动公开', '政策解读'],
      width: 16,
    },
    points: {
      title: '分值',
      synonyms: ['满分', '标准分', '权重分'],
      required: true,
      hint: '这一项的满分，如 2.5。',
      examples: ['2', '3'],
      width: 10,
    },
    ownScore: { title: '自评得分', synonyms: ['自评分', '自查得分', '得分'], hint: '还没有自评的不填。', examples: ['2', ''], width: 10 },
    evidence: {
      title: '佐证材料',
      synonyms: ['佐证', '佐证链接', '佐证网址', '证明材料', '支撑材料', '链接'],
      hint: '网址或者材料名称；没有的不填，会列为缺口。',
      examples: ['https://www.example.gov.cn/zwgk/', ''],
      width: 36,
    },
    unit: {
      title: '责任单位',
      synonyms: ['单位', '牵头单位', '责任部门', '单位名称'],
      required: true,
      hint: '名称要能在“单位”表里找到。',
      examples: ['县政府办', '县司法局'],
      width: 20,
    },
    year: { title: '年度', synonyms: ['评估年度', '考核年度'], hint: '如 2024；不填按导入当年。', examples: ['2024', '2024'], width: 8 },
    note: { title: '差距说明', synonyms: ['存在差距', '问题', '不足'], hint: '没有的不填。', examples: ['', ''], width: 30 },
  },
  read(row, drafts, { today }) {
    const [number, title, unit] = [row.plain('number'), row.plain('title'), row.name('unit')];
    const [points, ownScore] = [marksOf(row, 'points'), marksOf(row, 'ownScore')];
    const year = row.count('year') ?? Number(today.slice(0, 4));
    if (number === undefined || title === undefined || unit === undefined || points === undefined) return;
    if (year < 2000 || year > 2100) return row.fault('year', '应为四位年份，如 2024');
    if (ownScore !== undefined && ownScore > points) return row.fault('ownScore', `高于这一项的分值 ${points}`);
    drafts.records.push({
      place: row.place,
      kind: 'indicator',
      day: `${year}-01-01`,
      unit,
      account: undefined,
      key: [String(year), number],
      data: {
        ...{ year, number, title, points },
        group: row.plain('group') ?? null,
        ownScore: ownScore ?? null,
        evidence: row.plain('evidence') ?? null,
        note: row.plain('note') ?? null,
      },
    });
  },
};

/** Marks from 0 with at most two decimals; undefined for an empty cell. */
function marksOf(row: RowReader, field: string): number | undefined {
  const text = row.plain(field);
  if (text === undefined || /^(\/|-+|—+)$/.test(text)) return undefined;
  if (/^\d{1,4}(?:\.\d{1,2})?分?$/.test(text)) return Number.parseFloat(text);
  return row.fault(field, '不是分数，应填 0 以上、至多两位小数的数，如 2.5');
}
