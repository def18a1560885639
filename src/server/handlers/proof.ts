import { FINDING_KIND_NAMES, LAYER_NAMES } from '../../app/proof/names.ts';
import { proofForArea } from '../../app/proof/proof-for-area.ts';
import type { proof } from '../../contract/endpoints/proof.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof proof> = async (app, { name, all, areaId }, file) => {
  const report = await proofForArea(app, { bytes: file, name, all: all ?? false, areaId: areaId ?? null });
  return {
    ...report,
    notes: [...report.notes],
    layers: Object.entries(LAYER_NAMES).map(([id, layer]) => ({ id, name: layer })),
    findings: report.findings.map((finding) => ({ ...finding, kindName: FINDING_KIND_NAMES[finding.kind] })),
  };
};
