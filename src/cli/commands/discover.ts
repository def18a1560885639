import { discoverColumns } from '../../app/discover/discover-columns.ts';
import type { Discovery } from '../../app/discover/discovery.ts';
import { discoverySummary } from '../../app/discover/summary.ts';
import { discoveryWorkbook } from '../../app/discover/workbook.ts';
import { writeNamed } from '../../app/named-file.ts';
import { type Command, textOption, wholeOption } from '../command.ts';
import { out, outJson } from '../print.ts';
import { startProgress } from '../progress.ts';

export const command: Command = {
  name: 'discover',
  summary: '从首页、网站地图和栏目页找出一个网站的栏目，写成可以导入的栏目表（不需要数据库）',
  arguments: '网址',
  count: [1, 1],
  options: {
    out: { value: '文件', help: '写出工作簿（.xlsx）：单位、网站、栏目，核对修改后用 mingcha import 导入' },
    unit: { value: '单位', help: '网站的主办单位；不写按网页底部的主办单位填' },
    'max-pages': { value: '页数', help: '最多打开几个页面；不写为 80' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha discover https://www.example.gov.cn/ --out 栏目.xlsx',
    'mingcha discover https://www.example.gov.cn/zjj/ --unit 县住建局 --out 栏目.xlsx',
    'mingcha import 栏目.xlsx --area 安徽省/宣城市/郎溪县',
  ],
  changes: () => null,
  async run(input) {
    const stop = new AbortController();
    const interrupt = (): void => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const progress = startProgress('查找栏目');
    let discovery: Discovery;
    try {
      discovery = await discoverColumns(
        input.config,
        { url: input.positionals[0] as string, maxPages: wholeOption(input, 'max-pages') },
        { signal: stop.signal, onStep: (done, total) => progress.update(done, total, '') },
      );
    } finally {
      progress.end();
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    }
    const path = textOption(input, 'out');
    if (path !== undefined) await writeNamed(path, await discoveryWorkbook(discovery, textOption(input, 'unit') ?? null));
    if (input.values.json) outJson(discovery);
    else for (const line of discoverySummary(discovery)) out(line);
    if (path !== undefined && !input.values.json)
      out(`已写到 ${path}。请核对栏目、类别和时限后运行：mingcha import ${path} --area 地区名称`);
    return undefined;
  },
};
