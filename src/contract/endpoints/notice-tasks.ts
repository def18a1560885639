import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { noticeTask } from '../notice-task.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const noticeTasks = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notice-tasks',
  title: '通报要求落实情况：每个主送单位一行',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id }),
  output: z.array(noticeTask),
});
