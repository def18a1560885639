import { join, resolve } from 'node:path';
import type { Instant } from '../core/date.ts';
import { neededBy, readBlob } from '../evidence/folder-store.ts';
import { backup } from '../store/backup/backup.ts';
import { restore } from '../store/backup/restore.ts';
import { holdServer, stopServer } from '../store/embedded/server.ts';
import type { Config } from './config.ts';
import { makeHome } from './home.ts';
import { withApp } from './open.ts';
import { inTrail, type TrailedChange } from './people/in-trail.ts';
import { type KeyState, keyState, stateOfKey } from './secrets/office.ts';

export interface BackupReport {
  directory: string;
  tables: number;
  rows: number;
  /** Files of evidence; `missing` where looks are told of and not one of their files lies in the data folder. */
  evidence: { files: number; missing: boolean };
  /** The key that secrets in the backup are sealed with, which is not in it. */
  key: KeyState;
}

const now = (): Instant => new Date().toISOString();
const evidenceOf = (config: Config): string => join(config.home, 'evidence');

/** Writes database and evidence of one moment into an empty folder; others may go on working. */
export async function backupTo(config: Config, directory: string): Promise<BackupReport> {
  return withApp(config, async (app) => {
    const { tables, evidence } = await backup({
      url: app.databaseUrl,
      evidence: evidenceOf(config),
      directory: resolve(directory),
      at: app.now(),
      neededBy,
    });
    return { ...sizeOf(directory, tables, evidence.files), key: await stateOfKey(app) };
  });
}

/**
 * Brings a backup into an empty installation, all or nothing; every file is verified by its hash. The line of it in the trail comes
 * with it: there is no trail before.
 */
export async function restoreFrom(config: Config, directory: string, line?: TrailedChange): Promise<BackupReport> {
  makeHome(config.home);
  const server = config.databaseUrl === null ? await holdServer(config.home) : null;
  try {
    const url = server?.url ?? (config.databaseUrl as string);
    const { tables, evidence } = await restore({
      ...{ url, evidence: evidenceOf(config), directory: resolve(directory), verifyFile: readBlob },
      ...(line ? { atLast: (db) => inTrail({ db, now }, line, async () => undefined) } : {}),
    });
    return { ...sizeOf(directory, tables, evidence.files), key: await keyState(config) };
  } finally {
    await server?.release();
    // Whoever started it: who left before us left it to us.
    if (server) await stopServer(config.home, { ifUnused: true });
  }
}

const sizeOf = (directory: string, tables: readonly { name: string; rows: number }[], files: number) => ({
  directory: resolve(directory),
  tables: tables.length,
  rows: tables.reduce((sum, table) => sum + table.rows, 0),
  evidence: { files, missing: files === 0 && tables.some(({ name, rows }) => name === 'fact' && rows > 0) },
});
