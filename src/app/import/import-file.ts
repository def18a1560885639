import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { importDrafts } from './import-drafts.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { Remarks } from './remarks.ts';
import { draftSeed } from './seed/draft-seed.ts';
import { readSeedJson } from './seed/read-seed-json.ts';
import { draftWorkbook } from './sheets/draft-workbook.ts';
import { contentOf } from './workbook/content.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/** SQLSTATE of a serializable transaction that lost against another. */
const SERIALIZATION_FAILURE = '40001';

/**
 * Imports a workbook or notice data into the register of one area, all of it or nothing; the same file twice changes nothing.
 * @throws MingchaError 'bad-input' with every fault (sheet, row, column title, value, what would be right), 'conflict' when
 * another import is under way.
 */
export async function importFile({ db, ...request }: ImportRequest): Promise<ImportReport> {
  const { fileName, bytes } = request;
  const remarks = new Remarks();
  const notice = contentOf(bytes, fileName) === 'json' ? readSeedJson(bytes, fileName) : null;
  const drafts = notice ? draftSeed(notice, fileName, remarks) : draftWorkbook(readWorkbook(bytes, fileName), dateAt(request.at), remarks);
  try {
    // Serializable, because names are resolved against what is read here: two imports at once must not both add a unit.
    return await db
      .transaction()
      .setIsolationLevel('serializable')
      .execute((trx) => importDrafts({ ...request, db: trx, drafts, notice, remarks }));
  } catch (error) {
    if ((error as { code?: string }).code !== SERIALIZATION_FAILURE) throw error;
    throw new MingchaError('conflict', '同时有另一次导入在进行，这次没有导入任何内容', '请稍等片刻再导入一次。', { cause: error });
  }
}
