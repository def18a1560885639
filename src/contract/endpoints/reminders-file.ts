import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { reminderFilter } from '../message.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const remindersFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/reminders.xlsx',
  title: '提醒记录（表格）',
  who: OVERSEERS_AND_UNIT,
  input: z.object(reminderFilter),
  output: 'bytes',
});
