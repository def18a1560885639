import { auditFile } from '../../app/audit/audit-file.ts';
import type { audit } from '../../contract/endpoints/audit.ts';
import type { Handler } from '../handler.ts';

// The report is plain data and says so with readonly lists; what the contract names of it is copied out.
export const handle: Handler<typeof audit> = async (_app, { name }, file) =>
  (await auditFile(file, name)) as Awaited<ReturnType<Handler<typeof audit>>>;
