import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { appliedMigrations } from '../migrate.ts';
import type { Db } from '../schema.ts';
import { CopyOut, copy } from './copy-stream.ts';
import { evidenceFiles, shareFile } from './evidence-files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { inSession } from './session.ts';
import { dataTables, type Table } from './tables.ts';

/** The clock of a network folder may not be ours. */
const CLOCKS_APART_MS = 60_000;

/** What is backed up, and where to. */
export interface BackupOptions {
  url: string;
  /** The evidence folder, `<home>/evidence`. */
  evidence: string;
  /** Must be empty or not there. */
  directory: string;
  at: Instant;
  /** The other kept file without which one cannot be opened; null when it opens alone. */
  neededBy: (path: string) => Promise<string | null>;
}

/**
 * Writes the state of one moment: every table as tab-separated text (`psql` can load it without us), the evidence, and last a
 * manifest. Others may go on working meanwhile. Throws MingchaError 'refused' when the folder holds anything.
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const { url, evidence, directory, at, neededBy } = options;
  await refuseFilled(directory);
  try {
    await mkdir(join(directory, 'tables'), { recursive: true });
    return await inSession(url, (db, client) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((trx) => writeAll(trx, client, { evidence, directory, at, neededBy })),
    );
  } catch (cause) {
    throw new MingchaError(
      'unavailable',
      `备份没有写完（${directory}）：${(cause as Error).message}`,
      '请检查磁盘空间、目录权限和数据库是否在运行；删除这个不完整的目录后重新备份。',
      { cause },
    );
  }
}

async function writeAll(trx: Db, client: pg.Client, { evidence, directory, at, neededBy }: Omit<BackupOptions, 'url'>): Promise<Manifest> {
  const migrations = await appliedMigrations(trx);
  const tables: Manifest['tables'] = [];
  for (const table of await dataTables(trx)) tables.push(await writeTable(client, directory, table));
  // After the rows: bytes are kept before the facts that name them, so all that the rows name is there by now.
  const shared = await shareAll(evidence, join(directory, 'evidence'), neededBy);
  const manifest: Manifest = { format: 'mingcha/backup/1', createdAt: at, migrations, tables, evidence: shared };
  await writeManifest(directory, manifest);
  return manifest;
}

async function refuseFilled(directory: string): Promise<void> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new MingchaError('bad-input', `不能写入备份目录 ${directory}：${error.message}`, '请指定一个新目录或空目录。', { cause: error });
  });
  if (names.length > 0)
    throw new MingchaError('refused', `备份目录 ${directory} 不是空的。`, '请指定一个新目录或空目录，以免覆盖已有的备份。');
}

async function writeTable(client: pg.Client, directory: string, table: Table): Promise<Manifest['tables'][number]> {
  const file = `tables/${table.name}.tsv.gz`;
  const rows = copy(client, new CopyOut(`copy ${table.name} (${table.columns.join(', ')}) to stdout`));
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(rows, createGzip({ level: 6 }), hashing, createWriteStream(join(directory, file), { flush: true }));
  return { ...table, rows: rows.rows, file, sha256: hash.digest('hex') };
}

async function shareAll(from: string, to: string, neededBy: BackupOptions['neededBy']): Promise<Manifest['evidence']> {
  const total = { files: 0, bytes: 0 };
  const share = async (file: string): Promise<void> => {
    total.bytes += await shareFile(join(from, file), join(to, file));
    total.files += 1;
  };
  const began = Date.now();
  const late: string[] = [];
  await mkdir(to, { recursive: true });
  for await (const file of evidenceFiles(from)) {
    await share(file);
    if ((await stat(join(from, file))).mtimeMs >= began - CLOCKS_APART_MS) late.push(file);
  }
  // A page kept while we walked may need one whose folder we had passed already.
  for (const file of late) {
    const needed = await neededBy(join(from, file));
    const other = needed === null ? null : relative(from, needed);
    if (other !== null && !(await isThere(join(to, other)))) await share(other);
  }
  return total;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
