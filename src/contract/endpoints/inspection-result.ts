import { z } from 'zod';
import { ofDraw, outcomeCode } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { INSPECTORS } from '../inspectors.ts';
import { proofIds } from '../problem-act.ts';

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
    /** May be empty where files show it. */
    proof: z.string().trim().max(1000),
    proofIds,
  }),
  /** false: the problem was reopened in between, so the ledger needed no act. */
  output: z.object({ inLedger: z.boolean() }),
});
