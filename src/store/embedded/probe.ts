import pg from 'pg';
import { ROLE } from './initialise.ts';
import type { Layout } from './layout.ts';

const DATABASE = 'mingcha';
const HOLDER = 'mingcha-keeper';
/** For the question whether it answers, which is asked again. */
const ANSWER_LIMIT_MS = 5_000;
/** For a server that has just answered: a busy machine takes its time. */
const CONNECT_LIMIT_MS = 30_000;
const DUPLICATE_DATABASE = '42P04';
const UNIQUE_VIOLATION = '23505';

/** A database of the server whose socket is in the folder, as an address that libpq and `pg` both read. */
export function serverUrl(socketFolder: string, database = DATABASE): string {
  return `postgresql://${ROLE}@${encodeURIComponent(socketFolder)}:5432/${database}`;
}

/** True when the server of this very data folder takes a connection now. */
export async function answers(layout: Layout): Promise<boolean> {
  try {
    return await asked(
      layout.socketFolder,
      async (client) => {
        const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
        return rows[0]?.folder === layout.data;
      },
      ANSWER_LIMIT_MS,
    );
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

/** Whether somebody holds the server (`stayConnected`), or is connected otherwise; background work of the server is nobody. */
export async function usersOf(socketFolder: string): Promise<'holder' | 'client' | null> {
  return asked(socketFolder, async (client) => {
    const { rows } = await client.query<{ held: boolean }>(
      "select application_name = $1 as held from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      [HOLDER],
    );
    if (rows.some(({ held }) => held)) return 'holder';
    return rows.length > 0 ? 'client' : null;
  });
}

/** A connection that asks nothing: while it stands, its server is not unused. */
export interface Standing {
  /** When it has ended, from whichever side. */
  ended: Promise<void>;
  end(): Promise<void>;
}

/** Connects to a server to stay. Rejects when it cannot. */
export async function stayConnected(url: string): Promise<Standing> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS, application_name: HOLDER });
  client.on('error', () => {});
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  await client.connect();
  return { ended, end: () => client.end().catch(() => {}) };
}

async function asked<T>(socketFolder: string, ask: (client: pg.Client) => Promise<T>, limitMs = CONNECT_LIMIT_MS): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl(socketFolder, 'postgres'), connectionTimeoutMillis: limitMs });
  // A server that is killed mid-answer also reports on the client itself; the query's own rejection is enough.
  client.on('error', () => {});
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end().catch(() => {});
  }
}
