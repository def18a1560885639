import { parsePeriod } from '../../../core/period.ts';
import { readPeriod } from '../words/period-of-row.ts';
import type { SheetSpec } from './spec.ts';

/** 政策文件: documents checked in a period and the forms of interpretation found for them (seeds I03). */
export const POLICY_DOCUMENT_SHEET: SheetSpec = {
  id: 'policy-document',
  title: '政策文件',
  synonyms: ['政策解读', '政策文件解读', '规范性文件', '规范性文件解读', '政策解读情况', '解读情况'],
  purpose: '本期检查的政策文件和已有的解读形式，一件一行；通报据此列出缺几种形式。',
  ignored: ['问题', '缺少形式', '解读链接'],
  fields: {
    title: {
      title: '文件标题',
      synonyms: ['文件名称', '标题', '名称'],
      required: true,
      hint: '文件的全称。',
      examples: ['水利建设资金使用管理细则', '节约用水办法'],
      width: 40,
    },
    number: { title: '文号', synonyms: ['发文字号', '文件文号'], hint: '没有的不填。', examples: ['', ''], width: 22 },
    unit: {
      title: '牵头起草部门',
      synonyms: ['起草单位', '起草部门', '单位', '单位名称', '责任单位'],
      required: true,
      hint: '名称要能在“单位”表里找到。',
      examples: ['县水利局', '县住建局'],
      width: 22,
    },
    period: {
      title: '期间',
      synonyms: ['检查期间', '月份', '季度', '统计期间'],
      hint: '2022年三季度；也可写在表头上方的标题里。',
      examples: ['2022年三季度', '2022年三季度'],
      width: 16,
    },
    forms: {
      title: '已有解读形式',
      synonyms: ['解读形式', '已有形式', '解读方式'],
      hint: '用顿号隔开，如：问答、图解；一种也没有的不填。',
      examples: ['问答', ''],
      width: 24,
    },
    issued: { title: '印发日期', synonyms: ['成文日期', '发文日期'], hint: '如 2022-08-10；没有的不填。', examples: ['', ''], width: 14 },
  },
  read(row, drafts, { title: heading }) {
    const [title, unit, period] = [row.plain('title'), row.name('unit'), readPeriod(row, heading)];
    const [number, issued] = [row.plain('number') ?? null, row.date('issued') ?? null];
    if (title === undefined || unit === undefined || period === undefined) return;
    drafts.records.push({
      place: row.place,
      kind: 'policy-document',
      day: parsePeriod(period).from,
      unit,
      account: undefined,
      key: [period, number ?? title],
      data: { period, number, title, issued, forms: row.names('forms') },
    });
  },
};
