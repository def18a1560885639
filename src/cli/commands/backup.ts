import { backupTo } from '../../app/backup.ts';
import type { Command } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'backup',
  summary: '备份数据库和全部证据到一个空目录',
  arguments: '目录',
  count: [1, 1],
  options: { json: { help: '以 JSON 输出结果' } },
  examples: ['mingcha backup /mnt/备份/2026-11-21'],
  changes: () => null,
  async run({ positionals, values, config }) {
    const report = await backupTo(config, positionals[0] as string);
    if (values.json) outJson(report);
    else {
      const { directory, tables, rows, key } = report;
      out(`备份完成：${directory}（${tables} 张表，${rows} 行，连同证据文件）。恢复时运行：mingcha restore ${directory}`);
      if (key.inUse !== null)
        out(
          `备份中的动态口令和渠道密码已加密，密钥（编号 ${key.inUse}）不在备份中，在${key.where}：请另行保管一份，恢复到别处时一并带去。`,
        );
    }
    return undefined;
  },
};
