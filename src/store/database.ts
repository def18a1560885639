import { sql } from 'kysely';
import { MingchaError } from '../core/error.ts';
import { connect } from './connect.ts';
import { keepServer } from './embedded/keep.ts';
import { type HeldServer, holdRunningServer, holdServer, stopServer } from './embedded/server.ts';
import { migrate } from './migrate.ts';
import type { Db } from './schema.ts';

const OLDEST_VERSION = 150_000;

export interface OpenOptions {
  /** MINGCHA_HOME: the embedded server is in it. */
  home: string;
  /** DATABASE_URL: another PostgreSQL, 15 or later; the embedded one is then not used. */
  databaseUrl?: string | undefined;
  /** Workers only adopt the server that the supervisor started; default is to start it when it is not running. */
  adoptOnly?: boolean;
  /** The supervisor: an embedded server that dies is started again until `close`. Hears what went wrong meanwhile. */
  keep?: (trouble: Error) => void;
  /** The server refuses every change but the schema's own. Default: it does not. */
  readOnly?: boolean;
  /** Connections at most; default 10. */
  max?: number;
  /** A query that takes longer is given up by the server, milliseconds; default: none is. */
  queryLimitMs?: number;
}

/** An open database with its schema up to date. */
export interface Database {
  db: Db;
  /** Address for child processes and the queue. */
  url: string;
  embedded: boolean;
  /** Closes the connections; stops an embedded server, whoever started it, unless somebody else uses it. Not if `adoptOnly`. */
  close(): Promise<void>;
}

/** Opens the database of a home, or the one of `databaseUrl`. Throws MingchaError 'unavailable' or 'refused'. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const server = options.databaseUrl
    ? null
    : await embedded(options).catch((error: unknown) => {
        throw inWords(error, true);
      });
  const url = server?.url ?? (options.databaseUrl as string);
  const db = connect(url, options);
  try {
    await refuseOldServer(db);
    await migrate(db);
  } catch (error) {
    await db.destroy();
    await server?.release();
    if (server && !options.adoptOnly) await stopServer(options.home, { ifUnused: true });
    throw inWords(error, server !== null);
  }
  const keeper = server && options.keep ? keepServer(options.home, options.keep) : null;
  return {
    db,
    url,
    embedded: server !== null,
    async close() {
      await keeper?.stop();
      await db.destroy();
      await server?.release();
      if (server && !options.adoptOnly) await stopServer(options.home, { ifUnused: true });
    },
  };
}

/** Held until it is closed: the pool has no connection between its queries. */
async function embedded({ home, adoptOnly }: OpenOptions): Promise<HeldServer> {
  const server = adoptOnly ? await holdRunningServer(home) : await holdServer(home);
  if (server) return server;
  throw new MingchaError('unavailable', `数据库没有在运行（${home}）。`, '请先用 npm start 启动，或设置环境变量 DATABASE_URL。');
}

async function refuseOldServer(db: Db): Promise<void> {
  const { rows } = await sql<{ version: number; name: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name`.execute(db);
  if (rows[0] && rows[0].version < OLDEST_VERSION) {
    throw new MingchaError(
      'refused',
      `DATABASE_URL 指向的 PostgreSQL 版本是 ${rows[0].name}，太旧。`,
      '请使用 PostgreSQL 15 或更高版本，或去掉 DATABASE_URL 使用随程序安装的数据库。',
    );
  }
}

/** SQLSTATE and system codes a wrong address gives, in the words of whoever has to mend it. */
const CAUSES: Record<string, string> = {
  ECONNREFUSED: '连接被拒绝，数据库可能没有启动，或地址、端口不对',
  ENOENT: '找不到数据库的套接字文件，数据库可能没有启动',
  ENOTFOUND: '找不到数据库主机名',
  EAI_AGAIN: '数据库主机名暂时无法解析',
  ETIMEDOUT: '连接超时',
  '28P01': '用户名或密码不对',
  '28000': '该用户不被允许登录',
  '3D000': '该数据库不存在',
  '42501': '该用户没有建表、读写的权限',
  '25006': '数据库是只读的（可能连到了备机）',
  '53100': '数据库所在磁盘已满',
  ERR_INVALID_URL: '地址的写法不对',
  '53300': '数据库连接数已满',
  '57P03': '数据库正在启动或停止',
};

/** Why a database cannot be used, from what the driver says. */
export function databaseCause(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string };
  return CAUSES[code ?? ''] ?? message ?? String(cause);
}

/** Whether the server refuses to take what is written: no right to, a stand-by, a full disk. */
export const takesNoChange = (cause: unknown): boolean => ['42501', '25006', '53100'].includes(`${(cause as { code?: unknown }).code}`);

function inWords(cause: unknown, isEmbedded: boolean): MingchaError {
  if (cause instanceof MingchaError) return cause;
  const why = databaseCause(cause);
  const next = isEmbedded
    ? '请重新运行 npm start。'
    : '请检查 DATABASE_URL（形如 postgresql://用户:密码@主机:5432/库名），用 psql 能连上后再运行。';
  return new MingchaError('unavailable', `数据库不能使用：${why}。`, next, { cause });
}
