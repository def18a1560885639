import { restoreFrom } from '../../app/backup.ts';
import type { Command } from '../command.ts';
import { out, outJson } from '../print.ts';
import { lineOf } from '../traced.ts';

export const command: Command = {
  name: 'restore',
  summary: '从备份目录恢复到一个空的安装',
  arguments: '目录',
  count: [1, 1],
  options: { json: { help: '以 JSON 输出结果' } },
  examples: ['MINGCHA_HOME=./data-new mingcha restore /mnt/备份/2026-11-21'],
  changes: () => 'by itself',
  async run(input) {
    const { positionals, values, config } = input;
    const report = await restoreFrom(config, positionals[0] as string, lineOf('restore', input));
    if (values.json) outJson(report);
    else {
      const { tables, rows, key } = report;
      out(`恢复完成：${tables} 张表，${rows} 行，数据目录 ${config.home}。现在可以运行 npm start。`);
      if (key.inUse !== null && key.own !== key.inUse)
        out(
          `备份中的动态口令和渠道密码用编号 ${key.inUse} 的密钥加密：请把原数据目录中的 seal.key 复制到 ${key.file}，它们才能使用；确已丢失的，运行 mingcha key --renew。`,
        );
    }
    return undefined;
  },
};
