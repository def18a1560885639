import { MingchaError } from '../../core/error.ts';
import type { Db } from '../../store/schema.ts';
import { commitImport } from './commit-import.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { prepareImport } from './prepare-import.ts';
import { Remarks } from './remarks.ts';
import { readSource } from './source/read-source.ts';

/** SQLSTATE of a serializable transaction that lost against another. */
const SERIALIZATION_FAILURE = '40001';

/**
 * Imports tables or notice data into the register of one area, all of it or nothing; the same file twice changes nothing.
 * @throws MingchaError 'bad-input' with every fault (sheet, row, column, value, what would be right), 'conflict' when
 * another import is under way.
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const remarks = new Remarks();
  const source = await readSource(request.bytes, request.fileName, remarks);
  return oneAtATime(request.db, async (db) => {
    const own = { ...request, db };
    return commitImport(own, await prepareImport(own, source, remarks), remarks);
  });
}

/** Serializable, because names are resolved against what is read here: two imports at once must not both add a unit. */
export async function oneAtATime<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().setIsolationLevel('serializable').execute(work);
  } catch (error) {
    if ((error as { code?: string }).code !== SERIALIZATION_FAILURE) throw error;
    throw new MingchaError('conflict', '同时有另一次导入在进行，这次没有导入任何内容', '请稍等片刻再导入一次。', { cause: error });
  }
}
