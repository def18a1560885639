import { rangeWords } from '../../subjects/range-words.ts';
import { type ListSheet, listWorkbook } from '../assessment/workbook.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from './area-of.ts';
import { viewAreasBelow } from './areas-below.ts';
import { viewAreasWork } from './areas-work.ts';

type Rate = { base: number; passing: number; percent: number | null } | undefined;

/** 各地区情况 as a workbook: the counts of every area, their sum, and the newest result of each with its base; beside it how far each office is. */
export async function areasBelowFile(app: App, areaId: string, caller: Pick<Caller, 'role' | 'scope'>) {
  const area = await areaOf(app, areaId);
  const [today, { rows, soonDays }, work] = await Promise.all([
    todayOf(app, areaId),
    viewAreasBelow(app, areaId, caller),
    viewAreasWork(app, areaId, caller),
  ]);
  const { whole, each } = rangeWords(area);
  const counted = ['units', 'open', 'late', 'soon', 'toHandOver', 'disputed', 'toRecheck'] as const;
  const rate = (of: Rate) => (of && of.base > 0 ? [of.percent ?? '均未能认定', of.passing, of.base] : [null, null, null]);
  const sums = counted.map((key) => rows.reduce((n, row) => n + row[key], 0));
  const name = `${area.name}${whole}各地区情况`;
  const bytes = await listWorkbook([
    {
      name: '各地区情况',
      notes: [
        name,
        `截至${today}；各地区只计本级，相加即合计；合格率取各地区最近一期，各期截止日见“统计截至”`,
        '口径：未销号=已确认而未销号；逾期=责任单位应办而已过整改期限；合格率=（无问题＋合格）÷基数，基数含未能认定的，均未能认定的不计算',
      ],
      head: [
        ...[each, '单位数', '未销号', '逾期', `${soonDays}日内到期`, '待交办', '异议待答复', '待复核销号'],
        ...['最近一期', '统计截至', '网站合格率%', '网站合格', '网站基数', '账号合格率%', '账号合格', '账号基数'],
      ],
      widths: [26, 9, 9, 9, 11, 9, 12, 12, 14, 12, 12, 10, 10, 12, 10, 10],
      rows: [
        ...rows.map((row) => [
          ...[row.name, ...counted.map((key) => row[key])],
          ...[row.period?.label ?? '还没有统计过', row.period?.cutoff ?? null, ...rate(row.period?.site), ...rate(row.period?.account)],
        ]),
        ['合计', ...sums, ...Array(8).fill(null)],
      ],
    },
    workSheet(`${area.name}${whole}各地区工作进度`, today, each, work.rows),
  ]);
  return { bytes, fileName: fileNameOf(`${name}${today}`, 'xlsx') };
}

type Work = Awaited<ReturnType<typeof viewAreasWork>>['rows'];

function workSheet(title: string, today: string, each: string, rows: Work): ListSheet {
  return {
    name: '各地区工作进度',
    notes: [
      title,
      `截至${today}；各地区只计本级`,
      '口径：最久天数自最后一次办理之日起计；扫描件为最近一份要求上报的通报；没有责任人以在用账户为准，与“单位与责任人”一致',
    ],
    head: [
      ...[each, '网站', '账号', '最近一次监测', '待人工复核', '复核最久（天）', '待交办', '待交办最久（天）'],
      ...['逾期未印发通报', '下一份应印发', '截止日期', '最近印发', '印发日期', '是否逾期印发'],
      ...['扫描件应上报单位', '未上报', '其中逾期', '在册单位', '没有责任人'],
    ],
    widths: [26, 8, 8, 14, 12, 14, 10, 16, 16, 22, 12, 22, 12, 14, 16, 9, 10, 10, 12],
    rows: rows.map(({ name, sites, accounts, judged, toReview, toHandOver, reports: { late, next, last }, scans, posts }) => [
      ...[name, sites, accounts, judged?.day ?? '尚未监测', toReview.count, toReview.days, toHandOver.count, toHandOver.days],
      ...[late, next ? `${next.label}${next.name}` : null, next?.due ?? null],
      ...[last ? `${last.label}${last.name}` : null, last?.on ?? null, last ? (last.late ? '是' : '否') : null],
      ...[scans?.owed ?? null, scans?.missing ?? null, scans?.late ?? null, posts.units, posts.noPerson],
    ]),
  };
}
