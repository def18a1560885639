import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { reminderFilter, reminders as shape } from '../message.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const reminders = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/reminders',
  title: '提醒记录：每次提醒，以及各单位被提醒的次数和日期',
  who: OVERSEERS_AND_UNIT,
  input: z.object(reminderFilter),
  output: shape,
});
