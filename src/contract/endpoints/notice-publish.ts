import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { act, done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

const choice = z.string().trim().max(80);

export const noticePublish = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/publish',
  title: '在公开页面发布通报',
  who: OFFICE,
  input: act.extend({
    columnId: choice,
    genre: choice,
    grouping: choice,
    topic: choice,
    keywords: z.array(z.string().max(40)).max(20),
    organisation: z.string().trim().max(40).nullable(),
  }),
  output: done,
});
