import { rangeWords } from '../../subjects/range-words.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from './area-of.ts';
import { viewAreasBelow } from './areas-below.ts';

type Rate = { base: number; passing: number; percent: number | null } | undefined;

/** 各地区情况 as a workbook: the counts of every area, their sum, and the newest result of each with its base. */
export async function areasBelowFile(app: App, areaId: string, caller: Pick<Caller, 'role' | 'scope'>) {
  const area = await areaOf(app, areaId);
  const [today, { rows, soonDays }] = await Promise.all([todayOf(app, areaId), viewAreasBelow(app, areaId, caller)]);
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
  ]);
  return { bytes, fileName: fileNameOf(`${name}${today}`, 'xlsx') };
}
