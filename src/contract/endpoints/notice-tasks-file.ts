import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { tasksAsked } from '../notice-task.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const noticeTasksFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notice-tasks.xlsx',
  title: '导出通报要求落实情况（.xlsx），按当前筛选',
  who: OFFICE_AND_UNIT,
  input: z.object(tasksAsked),
  output: 'bytes',
});
