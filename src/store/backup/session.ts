import pg from 'pg';
import { handle } from '../connect.ts';
import { valueTypes } from '../parsers.ts';
import type { Db } from '../schema.ts';

/** One connection both as a handle for queries and as the driver's client for copy streams, so that both are in one transaction. */
export async function inSession<T>(url: string, work: (db: Db, client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, types: valueTypes, application_name: 'mingcha-backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    // So that dates and moments are written the same everywhere.
    await client.query("set datestyle to 'ISO'; set timezone to 'UTC'; set extra_float_digits to 3");
    const session = Object.assign(client, { release: () => {} });
    const pool = { connect: async () => session, end: async () => {} } as unknown as pg.Pool;
    return await work(handle(pool), client);
  } finally {
    await client.end();
  }
}
