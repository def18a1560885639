import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { officeForms as forms } from '../office-form.ts';
import { OVERSEERS } from '../who.ts';

export const officeForms = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/office-forms',
  title: '本单位的 Word 版式',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: forms,
});
