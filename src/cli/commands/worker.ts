import { join } from 'node:path';
import type { Command } from '../command.ts';
import { say } from '../print.ts';
import { supervise } from '../supervise.ts';
import { untilStopped } from '../until-stopped.ts';

export const command: Command = {
  name: 'worker',
  summary: '在本机再开一个采集进程（可在多台机器上运行，连同一个数据库）',
  arguments: '',
  count: [0, 0],
  options: {},
  examples: ['DATABASE_URL=postgresql://… mingcha worker'],
  async run({ config, root }) {
    const worker = supervise({
      name: `worker-${process.pid}`,
      script: join(root, 'src', 'server', 'worker-main.ts'),
      logFolder: join(config.home, 'logs'),
    });
    await worker.ready;
    say('采集进程已启动，按 Ctrl-C 停止。');
    await untilStopped();
    say('正在停止，手头的查看会交还队列……');
    await worker.stop();
    return undefined;
  },
};
