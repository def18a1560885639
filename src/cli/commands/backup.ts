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
      const { directory, tables, rows, evidence, key } = report;
      out(`备份完成：${directory}（${tables} 张表，${rows} 行，证据原件 ${evidence.files} 个）。恢复时运行：mingcha restore ${directory}`);
      if (evidence.missing)
        out(
          `注意：数据目录 ${config.home} 中没有一个证据原件，这份备份不完整。请用环境变量 MINGCHA_HOME 指定存有证据的数据目录，重新备份。`,
        );
      if (key.inUse !== null)
        out(
          `备份中的动态口令和渠道密码已加密，密钥（编号 ${key.inUse}）不在备份中，${key.own === key.inUse ? `在${key.where}` : '本机也没有，在首次启动的机器的数据目录中（seal.key）'}：请另行保管一份，恢复到别处时一并带去。`,
        );
    }
    return undefined;
  },
};
