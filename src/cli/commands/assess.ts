import { monitoringYearOf } from '../../app/assessment/office.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'assess',
  summary: '年度考核：由已结账各期的检查结果形成日常监测扣分，每一分都指向依据',
  arguments: '地区',
  count: [1, 1],
  options: {
    year: { value: '年度', help: '考核年度，如 2024' },
    csv: { value: '文件', help: '另存为表格（.csv）' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha assess 郎溪县 --year 2022', 'mingcha assess 郎溪县 --year 2022 --csv 日常监测.csv'],
  changes: () => null,
  async run(input) {
    const year = textOption(input, 'year');
    if (!/^20\d\d$/.test(year ?? '')) throw new MingchaError('usage', '没有写明考核年度。', '请加 --year，例如：--year 2024。');
    const view = await monitoringYearOf(input.config, input.positionals[0] as string, Number(year), textOption(input, 'csv') ?? null);
    if (input.values.json) outJson(view);
    else {
      out(`${view.year}年已结账 ${view.periods.length} 期，扣分 ${view.entries.length} 笔。`);
      for (const { unit, entries, points } of view.units) out(`  ${unit}：${entries} 笔，${points} 分`);
    }
    return undefined;
  },
};
