import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { done } from '../notice-draft.ts';
import { OFFICE_AND_BUREAU } from '../who.ts';

export const reminderAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/reminders',
  title: '登记一次人工提醒',
  who: OFFICE_AND_BUREAU,
  input: z.object({
    areaId: id,
    unitId: id,
    day: date,
    channel: z.string().trim().min(1, '请填写提醒方式').max(40),
    addressee: z.string().trim().min(1, '请填写提醒对象').max(60),
    note: z.string().trim().max(300).nullable().default(null),
  }),
  output: done,
});
