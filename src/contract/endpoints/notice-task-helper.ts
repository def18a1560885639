import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { noticeTask } from '../notice-task.ts';
import { OFFICE } from '../who.ts';

export const noticeTaskHelper = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notice-tasks/helper',
  title: '指定或取消一条通报要求的协助单位',
  who: OFFICE,
  input: z.object({
    areaId: id,
    noticeId: id,
    paragraphId: z.string().min(1).max(120),
    addressee: z.string().min(1).max(200),
    unitId: id,
    helps: z.boolean(),
  }),
  output: noticeTask,
});
