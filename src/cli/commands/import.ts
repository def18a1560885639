import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport } from '../../app/import/import-report.ts';
import { importUpload } from '../../app/import/import-upload.ts';
import { writeTemplate } from '../../app/import/template/write-template.ts';
import { openApp } from '../../app/open.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'import',
  summary: '导入底册：单位、网站、栏目、新媒体账号、发布记录、信息量；或保存的微信、微博网页',
  arguments: '文件',
  count: [0, 1],
  options: {
    area: { value: '地区', help: '文件属于哪个地区，如 安徽省/宣城市/郎溪县' },
    template: { value: '路径', help: '写出空白模板（.xlsx），填好后再导入' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha import --template 底册模板.xlsx',
    'mingcha import 底册.xlsx --area 安徽省/宣城市/郎溪县',
    'mingcha import 通报数据.json',
    'mingcha import 保存的推文.zip --area 郎溪县',
  ],
  async run(input) {
    const template = textOption(input, 'template');
    if (template !== undefined) {
      await writeFile(template, await writeTemplate());
      out(`模板已写到 ${template}。按“填写说明”填好后运行：mingcha import ${template} --area 地区名称`);
      return;
    }
    const [path] = input.positionals;
    if (path === undefined)
      throw new MingchaError(
        'usage',
        '没有写明要导入的文件。',
        '例如：mingcha import 底册.xlsx --area 郎溪县；或先用 --template 写出模板。',
      );
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new MingchaError('not-found', `打不开文件 ${path}。`, '请检查路径和读取权限。', { cause });
    });
    const app = await openApp(input.config);
    try {
      const area = textOption(input, 'area');
      const report = await importUpload({
        db: app.db,
        blobs: app.blobs,
        fileName: basename(path),
        bytes,
        at: app.now(),
        ...(area ? { areaName: area } : {}),
      });
      if (input.values.json) outJson(report);
      else printReport(report);
    } finally {
      await app.close();
    }
  },
};

function printReport(report: ImportReport): void {
  out(`${report.areaName}：${report.fileName} 已导入。`);
  for (const { name, added, changed, unchanged } of report.sheets) out(`  ${name}：新增 ${added}，更改 ${changed}，不变 ${unchanged}`);
  for (const warning of report.warnings) out(`  提示：${warning}`);
  for (const question of report.questions) out(`  待核实：${question}`);
}
