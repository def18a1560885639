import { FINDING_KIND_NAMES, LAYER_NAMES } from '../../app/proof/names.ts';
import { proofInThread } from '../../app/proof/proof-thread.ts';
import type { proof } from '../../contract/endpoints/proof.ts';
import { dateAt } from '../../core/date.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof proof> = async (app, { name, all }, file) => {
  const report = await proofInThread(file, name, { all: all ?? false, day: dateAt(app.now()) });
  return {
    ...report,
    notes: [...report.notes],
    layers: Object.entries(LAYER_NAMES).map(([id, layer]) => ({ id, name: layer })),
    findings: report.findings.map((finding) => ({ ...finding, kindName: FINDING_KIND_NAMES[finding.kind] })),
  };
};
