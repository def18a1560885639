import { CamelCasePlugin, Kysely, type PluginTransformResultArgs, PostgresDialect, type QueryResult, type UnknownRow } from 'kysely';
import pg from 'pg';
import { valueTypes } from './parsers.ts';
import type { Db, Tables } from './schema.ts';

const CONNECT_LIMIT_MS = 30_000;

/** A pool of connections to a PostgreSQL address, as a typed handle. `destroy()` closes it. */
export function connect(url: string, options: { max?: number; queryLimitMs?: number; readOnly?: boolean } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    types: valueTypes,
    max: options.max ?? 10,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'mingcha',
    ...(options.readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
    ...(options.queryLimitMs === undefined ? {} : { statement_timeout: options.queryLimitMs }),
  });
  // A server that goes away also cuts idle connections; the pool replaces them, and the next query says what is wrong.
  pool.on('error', () => {});
  // One that is cut between two questions of a transaction tells nobody but itself, and would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return handle(pool);
}

/** The typed handle over a pool of the driver. */
export function handle(pool: pg.Pool): Db {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new ColumnNames({ underscoreBetweenUppercaseLetters: true })],
  });
}

/** Columns by our names. Only they are renamed, once a result: keys inside JSON values are ours already and stay as they are. */
class ColumnNames extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const names = Object.keys(result.rows[0] ?? {}).map((column) => [column, this.camelCase(column)] as const);
    if (names.every(([column, name]) => column === name)) return result;
    const rows = result.rows.map((row) => {
      const renamed: UnknownRow = {};
      for (const [column, name] of names) renamed[name] = row[column];
      return renamed;
    });
    return { ...result, rows };
  }
}
