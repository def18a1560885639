import { join } from 'node:path';
import type { Instant } from '../core/date.ts';
import { type WorkCalendar, workCalendar } from '../core/work-calendar.ts';
import { folderStore } from '../evidence/folder-store.ts';
import type { BlobStore } from '../evidence/store.ts';
import { type OpenOptions, openDatabase } from '../store/database.ts';
import { stopServer } from '../store/embedded/server.ts';
import type { Db } from '../store/schema.ts';
import { listWorkYears } from '../store/work-years.ts';
import type { Config } from './config.ts';
import { makeHome } from './home.ts';

/** What every use case needs; any part can be replaced in a test. */
export interface App {
  db: Db;
  /** Address of the database, for the queue and child processes. */
  databaseUrl: string;
  blobs: BlobStore;
  config: Config;
  now(): Instant;
  close(): Promise<void>;
}

/**
 * Opens database and evidence of an installation. `adoptOnly`: the supervisor has started the database.
 * `keep`: we are the supervisor; a database that dies is started again, and its trouble is told here.
 */
export async function openApp(config: Config, options: Pick<OpenOptions, 'adoptOnly' | 'keep' | 'queryLimitMs'> = {}): Promise<App> {
  makeHome(config.home);
  const database = await openDatabase({
    ...{ home: config.home, databaseUrl: config.databaseUrl ?? undefined, readOnly: config.readOnly ?? false },
    ...options,
  });
  return {
    db: database.db,
    databaseUrl: database.url,
    blobs: folderStore(join(config.home, 'evidence')),
    config,
    now: () => new Date().toISOString(),
    close: () => database.close(),
  };
}

/** Stops the embedded database if nobody uses it any more: for who used it through other processes. */
export async function releaseDatabase({ home, databaseUrl }: Config): Promise<void> {
  if (databaseUrl === null) await stopServer(home, { ifUnused: true });
}

/** The working-day calendar with the years an operator entered over the shipped ones. */
export async function loadCalendar(db: Db): Promise<WorkCalendar> {
  return workCalendar(await listWorkYears(db));
}

/** Does one piece of work on an installation and closes it again, whatever came of it. */
export async function withApp<T>(config: Config, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(config);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
