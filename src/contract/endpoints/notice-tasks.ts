import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { noticeTask, tasksAsked } from '../notice-task.ts';
import { pageFields, paging } from '../paging.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const noticeTasks = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notice-tasks',
  title: '通报要求落实情况：每个主送单位一行',
  who: OFFICE_AND_UNIT,
  input: z.object({ ...tasksAsked, ...paging(200, 20) }),
  output: z.object({
    today: date,
    /** Of all requirements the caller may see, whatever the list is narrowed to. */
    counts: z.object({ all: count, open: count, late: count }),
    ...pageFields(noticeTask),
  }),
});
