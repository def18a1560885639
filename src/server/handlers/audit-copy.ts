import { auditFile } from '../../app/audit/audit-file.ts';
import { auditDocx, auditHtml } from '../../app/audit/export.ts';
import type { auditCopy } from '../../contract/endpoints/audit-copy.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof auditCopy> = async (_app, { name, as }, file) => {
  const report = await auditFile(file, name);
  const bytes = as === 'docx' ? auditDocx(file, report) : new TextEncoder().encode(auditHtml(report));
  return { bytes, fileName: `${name.replace(/\.\w+$/, '')}（核对）.${as}`, as: 'document' };
};
