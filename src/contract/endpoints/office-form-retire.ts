import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { officeForms } from '../office-form.ts';
import { OFFICE } from '../who.ts';

export const officeFormRetire = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/office-forms/:formId/retire',
  title: '停用一份本单位版式',
  who: OFFICE,
  input: z.object({ areaId: id, formId: id }),
  output: officeForms,
});
