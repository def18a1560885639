import { z } from 'zod';
import { ofDraw } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { fileName } from '../import-fields.ts';
import { INSPECTORS } from '../inspectors.ts';
import { proofFile } from '../problem-act.ts';

const MEGABYTE = 1024 * 1024;

export const inspectionProofAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws/:drawId/problems/:problemId/proofs',
  title: '上传复查的照片、截图或材料：只有抽到的人，随后由复查结果引用',
  who: INSPECTORS,
  input: z.object({ ...ofDraw, problemId: id, fileName }),
  file: { maxBytes: 20 * MEGABYTE },
  output: proofFile,
});
