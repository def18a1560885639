import { z } from 'zod';
import { MATTER_HANDLERS, onMatter } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { fileName } from '../import-fields.ts';

export const accountProofAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/account-matters/:matterId/proofs',
  title: '上传关停、注销的截图或扫描件（PNG、JPG、PDF）',
  who: MATTER_HANDLERS,
  input: z.object({ ...onMatter, fileName }),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ id: z.string() }),
});
