import { sha256 } from '../../src/core/id.ts';
import { insertRawFindings, insertRawProof } from '../../src/store/desk-raw.ts';
import type { Db } from '../../src/store/schema.ts';

/** A row in every table of raw findings; `words` may be anything a file is called. */
export async function fillDesk(db: Db, areaId: string, problemId: string, at: string, words: string): Promise<void> {
  const blob = sha256('raw');
  await insertRawFindings(db, [{ areaId, problemId, userId: 'u', enteredAt: at, fileName: words, fileBlob: blob, fileRow: words }]);
  await insertRawProof(db, { areaId, problemId, id: 'x', blob, kind: 'png', bytes: 1, at });
}
