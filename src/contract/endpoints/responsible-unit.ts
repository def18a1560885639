import { z } from 'zod';
import { CATEGORY_CODES } from '../../core/category.ts';
import { FINDERS } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { dutyCode, namedUnit } from '../responsibility.ts';
import { OVERSEERS } from '../who.ts';

export const responsibleUnit = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/responsible-unit',
  title: '按问题类别建议责任单位：谁主管、谁发布、谁起草、谁审查',
  // Who enters a finding chooses among all units, and is told whose it is by rule.
  who: { ...OVERSEERS, ...FINDERS },
  input: z.object({
    areaId: id,
    category: z.enum(CATEGORY_CODES),
    channelId: id.optional(),
    columnId: id.optional(),
    url: z.string().max(1000).optional(),
  }),
  output: z.object({
    /** null = nobody is registered for it. */
    proposal: z.object({ unitId: z.string(), unitName: z.string(), duty: dutyCode, sentence: z.string(), chargedTo: namedUnit }).nullable(),
    holders: z.array(z.object({ duty: dutyCode, name: z.string(), unit: namedUnit.nullable() })),
  }),
});
