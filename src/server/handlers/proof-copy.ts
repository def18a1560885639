import { proofDocx } from '../../app/proof/proof-docx.ts';
import { proofForArea } from '../../app/proof/proof-for-area.ts';
import { proofHtml } from '../../app/proof/proof-html.ts';
import type { proofCopy } from '../../contract/endpoints/proof-copy.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof proofCopy> = async (app, { name, as, all, areaId, without }, file) => {
  const report = await proofForArea(app, { bytes: file, name, all: all ?? false, areaId: areaId ?? null });
  const dismissed = new Set((without ?? '').split(',').filter(Boolean).map(Number));
  const kept = { ...report, findings: report.findings.filter(({ start }) => !dismissed.has(start)) };
  const bytes = as === 'docx' ? await proofDocx(file, kept) : new TextEncoder().encode(proofHtml(kept));
  return { bytes, fileName: `${name.replace(/\.\w+$/, '')}（校对）.${as}`, as: 'document' };
};
