import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { listChanged, wordingEntry, wordingKey } from '../text-review.ts';
import { WATCHERS } from '../who.ts';

export const wordingChange = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/wording',
  title: '修改词表：增加、修改、停用词语，存量页面随后重看',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    put: z.array(wordingEntry).max(500).default([]),
    retire: z.array(wordingKey).max(500).default([]),
  }),
  output: listChanged,
});
