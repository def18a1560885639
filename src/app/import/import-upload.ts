import type { BlobStore } from '../../evidence/store.ts';
import { importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { importPages } from './pages/import-pages.ts';
import { isPageFile } from './pages/unpack-pages.ts';
import { holdsTables } from './source/read-source.ts';

/**
 * Imports whatever an office hands in: saved pages of accounts by their name, anything else as tables or notice data. The
 * file itself is kept: what it brought into the ledger rests on it.
 */
export async function importUpload({ blobs, ...request }: ImportRequest & { blobs: BlobStore }): Promise<ImportReport> {
  if (isPageFile(request.fileName) && !(await holdsTables(request.bytes, request.fileName))) return importPages({ ...request, blobs });
  await blobs.put(request.bytes);
  return importFile({ ...request, kept: true });
}
