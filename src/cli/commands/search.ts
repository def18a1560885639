import { siteSearches } from '../../app/search/office.ts';
import type { SiteSearchRow } from '../../app/search/view-searches.ts';
import { type Command, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'search',
  summary: '站内检索：用检索词清单检验网站的检索功能，看应查到的文件是否排在前10',
  arguments: '地区',
  count: [1, 1],
  options: {
    queries: { value: '文件', help: '检索词清单（.xlsx、.csv）：检索词、预期标题、预期网址；替换该网站原有清单' },
    site: { value: '网站', help: '网站的名称、网址或编号' },
    run: { help: '现在就检索；不写只显示最近一次结果（定时监测每周检索一次）' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha search 郎溪县 --site 郎溪县人民政府 --queries 检索词.xlsx --run', 'mingcha search 郎溪县'],
  changes: ({ values, positionals }) => (values.run || values.queries !== undefined ? { area: positionals[0] as string } : null),
  async run(input) {
    const rows = await siteSearches(input.config, input.positionals[0] as string, {
      site: textOption(input, 'site') ?? null,
      queriesFile: textOption(input, 'queries') ?? null,
      run: input.values.run === true,
    });
    if (input.values.json) outJson(rows);
    else if (rows.length === 0) out('还没有检索结果。用 --queries 导入检索词，再加 --run。');
    else for (const row of rows) print(row);
    return undefined;
  },
};

function print({ site, at, asked, hits, unknown, percent, missed, gaps }: SiteSearchRow): void {
  const rate = percent === null ? '没有一条能代为检索' : `检索 ${asked} 条，${hits} 条排在前10，命中率 ${percent}%`;
  out(`${site}（${at.slice(0, 10)}）：${rate}${unknown > 0 && percent !== null ? `，另有 ${unknown} 条无法代为检索` : ''}。`);
  for (const { query, expected } of missed) out(`  未查到  “${query}”：${expected}`);
  for (const { query, reason } of gaps) out(`  无法判断  “${query}”：${reason}`);
}
