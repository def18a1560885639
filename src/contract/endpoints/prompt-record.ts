import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { doneAnswer, onPrompt, saidFields } from '../prompt.ts';
import { OFFICE } from '../who.ts';

export const promptRecord = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/prompts/:promptId/record',
  title: '由办公室登记一个单位已收到、已完成，或退回其反馈',
  who: OFFICE,
  input: z.object({
    ...onPrompt,
    unitId: id,
    act: z.enum(['received', 'done', 'returned']),
    ...saidFields,
    /** Null: now. */
    day: date.nullable().default(null),
    time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时刻应写成 17:05 这样的形式')
      .nullable()
      .default(null),
  }),
  output: doneAnswer,
});
