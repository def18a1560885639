// A worker process that notes begin and end of every scan in a table. Started, and killed, by queue.test.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { connect } from '../../src/store/connect.ts';
import { startQueue } from '../../src/store/queue.ts';
import { workScans } from '../../src/store/work-scans.ts';

const [url, name, milliseconds, concurrency] = process.argv.slice(2) as [string, string, string, string];
const db = connect(url);
const queue = await startQueue(url, (error) => console.error(error.message));
workScans(
  queue,
  async (job, signal) => {
    const { rows } = await sql<{ id: number }>`
      insert into scan_log (worker, host, channel) values (${name}, ${job.host}, ${job.channelId}) returning id`.execute(db);
    await sleep(Number(milliseconds), null, { signal });
    await sql`update scan_log set ended = clock_timestamp() where id = ${rows[0]?.id}`.execute(db);
    return null;
  },
  { concurrency: Number(concurrency), onSpent: async () => {} },
);
console.log('ready');
process.once('SIGTERM', async () => {
  await queue.stop();
  await db.destroy();
});
