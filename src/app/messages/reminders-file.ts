import { filterNote, namesOf } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type ReminderFilter, viewReminders } from './reminder-record.ts';

/** Rule the words 多次被提醒 are given by. */
const RULE = '规则版本：reminder/1（以提醒记录计，同一单位同一天同一步骤计一次；被提醒3次及以上为多次被提醒）';

/** 提醒记录 as a workbook: units with their dates first, then every reminder; above each the days it covers and the rule. */
export async function remindersFile(app: App, areaId: string, filter: ReminderFilter): Promise<{ fileName: string; bytes: Uint8Array }> {
  const area = await areaOf(app, areaId);
  const { rows, units, choices, from, to } = await viewReminders(app, areaId, filter);
  const notes = [
    `${area.name}提醒记录`,
    `${from}至${to}，统计截止：${to}`,
    RULE,
    filterNote([['单位', namesOf(filter.unitIds ?? [], choices)]]),
  ];
  const bytes = await listWorkbook([
    {
      ...{ name: '各单位', notes },
      head: ['单位', '提醒次数', '最近步骤', '提醒日期', '通报用语'],
      widths: [28, 10, 14, 50, 50],
      rows: units.map(({ unit, count, days, furthest, words }) => [unit.name, count, furthest, days.join('、'), words]),
    },
    {
      ...{ name: '提醒记录', notes },
      head: ['日期', '单位', '步骤', '方式', '对象', '问题数', '说明', '提醒人'],
      widths: [12, 28, 14, 26, 20, 8, 40, 22],
      rows: rows.map((row) => [row.day, row.unit.name, row.step.name, row.channel, row.addressee, row.problems, row.note, row.byName]),
    },
  ]);
  return { fileName: `${area.name}提醒记录${from}至${to}.xlsx`, bytes };
}
