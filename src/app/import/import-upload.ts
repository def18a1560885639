import type { BlobStore } from '../../evidence/store.ts';
import { importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { importPages } from './pages/import-pages.ts';
import { isPageFile } from './pages/unpack-pages.ts';

/** Imports whatever an office hands in: saved pages by their name, anything else as a workbook or notice data. */
export async function importUpload({ blobs, ...request }: ImportRequest & { blobs: BlobStore }): Promise<ImportReport> {
  return isPageFile(request.fileName) ? importPages({ ...request, blobs }) : importFile(request);
}
