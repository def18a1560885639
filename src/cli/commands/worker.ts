import { join } from 'node:path';
import { makeHome } from '../../app/home.ts';
import { releaseDatabase } from '../../app/open.ts';
import type { Command } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { say } from '../print.ts';
import { given, stopSignal, unlessStopped } from '../stop-signal.ts';
import { supervise } from '../supervise.ts';

export const command: Command = {
  name: 'worker',
  summary: '在本机再开一个采集进程（可在多台机器上运行，连同一个数据库）',
  arguments: '',
  count: [0, 0],
  options: {},
  examples: ['DATABASE_URL=postgresql://… mingcha worker'],
  changes: () => null,
  async run({ config, root }) {
    const stopping = stopSignal();
    makeHome(config.home);
    const worker = supervise({
      name: `worker-${process.pid}`,
      script: join(root, 'src', 'server', 'worker-main.ts'),
      logFolder: join(config.home, 'logs'),
    });
    try {
      await unlessStopped(stopping, worker.ready);
      say('采集进程已启动，按 Ctrl-C 停止。');
      await given(stopping);
      say('正在停止，手头的查看会交还队列……');
      return EXIT_CODES.ok;
    } catch (error) {
      if (stopping.aborted) return EXIT_CODES.interrupted;
      throw error;
    } finally {
      await worker.stop();
      await releaseDatabase(config);
    }
  },
};
