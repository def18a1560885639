import { z } from 'zod';
import { ofYear, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const assessmentEntryRetract = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/entries/retract',
  title: '撤回一笔人工记分',
  who: OFFICE,
  input: z.object({ ...ofYear, handId: id, reason: words('撤回的理由', 300) }),
  output: z.object({ ok: z.literal(true) }),
});
