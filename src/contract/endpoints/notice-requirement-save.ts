import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { deadline } from '../notice-draft.ts';
import { requirement } from '../requirement.ts';
import { OFFICE } from '../who.ts';

export const noticeRequirementSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/requirements',
  title: '存入或修改一条工作要求',
  who: OFFICE,
  input: z.object({
    areaId: id,
    /** null: a new one. */
    id: id.nullable(),
    heading: z.string().trim().min(1, '请填写小标题').max(60),
    text: z.string().trim().min(1, '请填写内容').max(2_000),
    deadline: deadline.nullable(),
  }),
  output: z.array(requirement),
});
