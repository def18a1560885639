import pg from 'pg';
import { MingchaError } from '../../core/error.ts';
import { handle } from '../connect.ts';
import { databaseCause, takesNoChange } from '../database.ts';
import { valueTypes } from '../parsers.ts';
import type { Db } from '../schema.ts';

/** One connection both as a handle for queries and as the driver's client for copy streams, so that both are in one transaction. Throws 'unavailable' where there is none, or it may not do what is asked. */
export async function inSession<T>(url: string, work: (db: Db, client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, types: valueTypes, application_name: 'mingcha-backup' });
  client.on('error', () => {});
  await client.connect().catch(unusable);
  try {
    // So that dates and moments are written the same everywhere.
    await client.query("set datestyle to 'ISO'; set timezone to 'UTC'; set extra_float_digits to 3");
    const session = Object.assign(client, { release: () => {} });
    const pool = { connect: async () => session, end: async () => {} } as unknown as pg.Pool;
    return await work(handle(pool), client);
  } catch (cause) {
    if (takesNoChange(cause)) unusable(cause);
    throw cause;
  } finally {
    await client.end();
  }
}

function unusable(cause: unknown): never {
  throw new MingchaError(
    'unavailable',
    `数据库不能使用：${databaseCause(cause)}。`,
    '请检查 DATABASE_URL 和其中用户的权限，用 psql 能连上并能建表后再运行。',
    { cause },
  );
}
