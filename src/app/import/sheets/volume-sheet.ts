import { readPeriod } from '../words/period-of-row.ts';
import { periodInTitle } from '../words/period-words.ts';
import type { SheetSpec } from './spec.ts';

/** 信息量: items submitted, approved and published by unit and period (报送、审发、任务数). */
export const VOLUME_SHEET: SheetSpec = {
  id: 'volume',
  title: '信息量',
  synonyms: [
    '信息发布量',
    '信息发布统计',
    '发布统计',
    '报送审发',
    '信息统计',
    '信息报送',
    '信息发布情况',
    '信息发布统计表',
    '监测情况统计表',
  ],
  purpose: '各单位某月或某季度的信息数量，一个单位一个期间一行；合计行不用写；写了的只核对，不导入。',
  ignored: ['完成比例', '完成率', '完成比例（%）', '排名', '名次', '错误率'],
  fields: {
    unit: {
      title: '单位名称',
      synonyms: [
        '单位',
        '主办单位',
        '乡镇',
        '镇',
        '街道',
        '乡（镇）',
        '县级部门',
        '县直部门',
        '县直单位',
        '市直机关',
        '市直部门',
        '部门',
        '区县',
        '县市区',
      ],
      required: true,
      hint: '名称要能在“单位”表里找到。',
      examples: ['县住建局', '大河镇'],
      width: 24,
    },
    period: {
      title: '期间',
      synonyms: ['统计期间', '月份', '季度', '时间', '所属期间', '统计周期'],
      hint: '2022年12月 或 2020年一季度；整张表同一期间的，也可写在表头上方的标题里。',
      examples: ['2022年12月', '2022年12月'],
      width: 16,
    },
    submitted: {
      title: '报送数',
      synonyms: ['报送信息总数', '报送', '报送信息数', '报送条数', '报送总数'],
      sums: true,
      hint: '报送的信息条数。',
      examples: ['12', '9'],
      width: 10,
    },
    approved: {
      title: '审发数',
      synonyms: ['审发信息总数', '审发', '采用数', '审发条数', '审核发布数', '审发总数'],
      sums: true,
      hint: '审核后发布的条数，不能多于报送数。',
      examples: ['10', '9'],
      width: 10,
    },
    errors: {
      title: '错情',
      synonyms: ['错情数', '错误数', '差错数'],
      sums: true,
      hint: '发现的错误处数；没有统计的不填（不填不等于 0）。',
      examples: ['', ''],
      width: 8,
    },
    task: {
      title: '年度任务数',
      synonyms: ['本年度任务数', '全年任务数', '任务数', '年任务数'],
      sums: true,
      hint: '全年应发布的条数。',
      examples: ['350', '560'],
      width: 12,
    },
    total: {
      title: '累计发布数',
      synonyms: ['已发布总数', '累计发布', '累计', '年度累计', '发布总数'],
      sums: true,
      hint: '本年1月1日至期末的条数。',
      examples: ['120', '300'],
      width: 12,
    },
    inPeriod: {
      title: '本期发布数',
      synonyms: ['本月发布数', '本期发布', '本季度发布数', '发布数', '发布条数', '本月发布条数'],
      pattern: /^\d{1,2}月份?发布(条数|数|总数)?$/,
      sums: true,
      hint: '本期间发布的条数。',
      examples: ['20', '41'],
      width: 12,
    },
  },
  lacks: ({ title, block }) =>
    block.fields.has('period') || periodInTitle(title) !== null
      ? null
      : { field: '期间', message: '没有写是哪一期：请加“期间”列，或在表头上方的标题里写明，如：2022年12月、2020年一季度' },
  read(row, drafts, { title }) {
    const numbers = {
      submitted: row.count('submitted'),
      approved: row.count('approved'),
      errors: row.count('errors'),
      annualTask: row.count('task'),
      publishedTotal: row.count('total'),
      publishedInPeriod: row.count('inPeriod'),
    };
    const unit = row.name('unit');
    const period = readPeriod(row, title);
    if (unit === undefined || period === undefined) return;
    if (numbers.approved !== undefined && numbers.submitted !== undefined && numbers.approved > numbers.submitted) {
      return row.fault('approved', `多于报送数 ${numbers.submitted}，审发数应不多于报送数`);
    }
    if (Object.values(numbers).every((n) => n === undefined)) return;
    drafts.volumes.push({ place: row.place, unit, period, ...numbers });
  },
};
