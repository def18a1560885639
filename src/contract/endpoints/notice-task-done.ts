import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { onNotice } from '../notice-draft.ts';
import { noticeTask } from '../notice-task.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const noticeTaskDone = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/tasks',
  title: '标记一个单位已落实一条要求，或改回未落实',
  who: OFFICE_AND_UNIT,
  input: z.object({
    ...onNotice,
    paragraphId: z.string().min(1).max(200),
    addressee: z.string().min(1).max(200),
    done: z.boolean(),
  }),
  output: noticeTask,
});
