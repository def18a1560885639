import type { Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** 导入记录: one file brought in, and what it did. */
export type ImportBatch = Selectable<Tables['importBatch']>;

export async function recordImport(db: Db, batch: ImportBatch): Promise<void> {
  await db.insertInto('importBatch').values(batch).execute();
}

/** The latest import of the very same file, or null. */
export async function findImportByHash(db: Db, fileHash: string): Promise<ImportBatch | null> {
  const row = await db
    .selectFrom('importBatch')
    .selectAll()
    .where('fileHash', '=', fileHash)
    .orderBy('importedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Imports of an area, the newest first. */
export async function listImports(db: Db, areaId: string): Promise<ImportBatch[]> {
  return db.selectFrom('importBatch').selectAll().where('areaId', '=', areaId).orderBy('importedAt', 'desc').orderBy('id').execute();
}
