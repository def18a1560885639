import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { reminderFilter } from '../message.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const remindersFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/reminders.xlsx',
  title: '提醒记录（表格）',
  who: OVERSEERS_AND_OWN,
  input: z.object(reminderFilter),
  output: 'bytes',
});
