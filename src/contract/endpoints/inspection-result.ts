import { z } from 'zod';
import { ofDraw, outcomeCode } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { INSPECTORS } from '../inspectors.ts';

export const inspectionResult = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws/:drawId/results',
  title: '登记复查结果：只有抽到的人可以登记，一次为准',
  who: INSPECTORS,
  input: z.object({
    ...ofDraw,
    problemId: id,
    outcome: outcomeCode,
    words: z.string().trim().max(1000),
    proof: z.string().trim().min(1, '请写明依据：核查的网址、截图编号或现场情况').max(1000),
  }),
  /** false: the problem was reopened in between, so the ledger needed no act. */
  output: z.object({ inLedger: z.boolean() }),
});
