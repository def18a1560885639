import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { fileName } from '../import-fields.ts';
import { officeForms } from '../office-form.ts';
import { OFFICE } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const officeFormAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/office-forms',
  title: '上传本单位的 Word 版式',
  who: OFFICE,
  input: z.object({ areaId: id, fileName }),
  file: { maxBytes: 20 * MEGABYTE },
  output: officeForms,
});
