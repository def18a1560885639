import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { fileName } from '../import-fields.ts';
import { proofFile } from '../problem-act.ts';

const MEGABYTE = 1024 * 1024;

export const problemProofAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/:problemId/proofs',
  title: '上传证明材料（PNG、JPG、PDF、DOCX、XLSX），随后由反馈、复核或销号引用',
  who: { office: 'area', centre: 'area', bureau: 'own', unit: 'own' },
  input: z.object({ areaId: id, problemId: id, fileName }),
  file: { maxBytes: 20 * MEGABYTE },
  output: proofFile,
});
