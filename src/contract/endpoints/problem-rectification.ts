import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { proofFile, samePlaces } from '../problem-act.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const problemRectification = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problems/:problemId/rectification',
  title: '一个问题的整改：单位的反馈、办公室的复核结果、证明材料、现在可以办理什么',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, problemId: id }),
  output: z.object({
    today: date,
    status: z.string(),
    /** 签收 of the last hand-over. */
    receipt: z.object({ day: date, by: z.string() }).nullable(),
    /** 单位反馈: the unit's own word. */
    claim: z.object({ day: date, by: z.string(), text: z.string() }).nullable(),
    /** 是否整改: the office's finding, which tables print (seeds P04). */
    finding: z.object({ code: z.string(), name: z.string(), day: date.nullable(), by: z.string().nullable() }),
    /** Acts the caller may do now. */
    acts: z.array(named),
    /** Issued notices that still blame a unit for what turned out to be no problem. */
    toCorrect: z.array(z.object({ id, title: z.string() })),
    atOnce: z.boolean(),
    machine: z.object({
      possible: z.boolean(),
      order: z.object({ at: z.string(), by: z.string(), settledAt: z.string().nullable(), words: z.string() }).nullable(),
    }),
    /** `seq` = the act a file proves; `same` = where else its picture is proof, told to those who check. */
    proofs: z.array(proofFile.extend({ seq: count, same: samePlaces })),
  }),
});
