import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { rosterWish } from '../message.ts';
import { done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const rosterSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/roster',
  title: '保存值班表的若干天',
  who: OFFICE,
  input: z.object({ areaId: id, days: z.array(rosterWish).min(1).max(62) }),
  output: done,
});
