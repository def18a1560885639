import { proofDocx } from '../../app/proof/proof-docx.ts';
import { proofHtml } from '../../app/proof/proof-html.ts';
import { proofInThread } from '../../app/proof/proof-thread.ts';
import type { proofCopy } from '../../contract/endpoints/proof-copy.ts';
import { dateAt } from '../../core/date.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof proofCopy> = async (app, { name, as, all, without }, file) => {
  const report = await proofInThread(file, name, { all: all ?? false, day: dateAt(app.now()) });
  const dismissed = new Set((without ?? '').split(',').filter(Boolean).map(Number));
  const kept = { ...report, findings: report.findings.filter(({ start }) => !dismissed.has(start)) };
  const bytes = as === 'docx' ? await proofDocx(file, kept) : new TextEncoder().encode(proofHtml(kept));
  return { bytes, fileName: `${name.replace(/\.\w+$/, '')}（校对）.${as}`, as: 'document' };
};
