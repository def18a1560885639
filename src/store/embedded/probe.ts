import pg from 'pg';
import { ROLE } from './initialise.ts';
import type { Layout } from './layout.ts';

const DATABASE = 'mingcha';
const CONNECT_LIMIT_MS = 5_000;
const DUPLICATE_DATABASE = '42P04';
const UNIQUE_VIOLATION = '23505';

/** A database of the server whose socket is in the folder, as an address that libpq and `pg` both read. */
export function serverUrl(socketFolder: string, database = DATABASE): string {
  return `postgresql://${ROLE}@${encodeURIComponent(socketFolder)}:5432/${database}`;
}

/** True when the server of this very data folder takes a connection now. */
export async function answers(layout: Layout): Promise<boolean> {
  try {
    return await asked(layout.socketFolder, async (client) => {
      const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
      return rows[0]?.folder === layout.data;
    });
  } catch {
    return false;
  }
}

/** Our database, made at the first start; a start cut off between server and database is mended here. */
export async function ensureDatabase(socketFolder: string): Promise<void> {
  await asked(socketFolder, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 1) return;
    try {
      await client.query(`create database ${DATABASE}`);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error;
    }
  });
}

/** Connections of others, background work of the server not counted. */
export async function clientCount(socketFolder: string): Promise<number> {
  return asked(socketFolder, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rows[0]?.count ?? 0;
  });
}

/** Connects and waits until the connection ends, from whichever side, or the signal is given. Rejects when it cannot connect. */
export async function untilDisconnected(url: string, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS, application_name: 'mingcha-keeper' });
  client.on('error', () => {});
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  await client.connect();
  const leave = (): void => void client.end();
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  await ended;
  signal.removeEventListener('abort', leave);
}

async function asked<T>(socketFolder: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl(socketFolder, 'postgres'), connectionTimeoutMillis: CONNECT_LIMIT_MS });
  // A server that is killed mid-answer also reports on the client itself; the query's own rejection is enough.
  client.on('error', () => {});
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end().catch(() => {});
  }
}
