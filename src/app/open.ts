import { join } from 'node:path';
import type { Instant } from '../core/date.ts';
import { type WorkCalendar, workCalendar } from '../core/work-calendar.ts';
import { folderStore } from '../evidence/folder-store.ts';
import type { BlobStore } from '../evidence/store.ts';
import { openDatabase } from '../store/database.ts';
import type { Db } from '../store/schema.ts';
import { listWorkYears } from '../store/work-years.ts';
import type { Config } from './config.ts';

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

/** Opens database and evidence of an installation. `adoptOnly`: the supervisor has started the database. */
export async function openApp(config: Config, options: { adoptOnly?: boolean } = {}): Promise<App> {
  const database = await openDatabase({ home: config.home, databaseUrl: config.databaseUrl ?? undefined, adoptOnly: options.adoptOnly });
  return {
    db: database.db,
    databaseUrl: database.url,
    blobs: folderStore(join(config.home, 'evidence')),
    config,
    now: () => new Date().toISOString(),
    close: () => database.close(),
  };
}

/** The working-day calendar with the years an operator entered over the shipped ones. */
export async function loadCalendar(db: Db): Promise<WorkCalendar> {
  return workCalendar(await listWorkYears(db));
}
