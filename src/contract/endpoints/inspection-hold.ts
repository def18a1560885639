import { z } from 'zod';
import { CATEGORY_CODES } from '../../core/category.ts';
import { purpose, reason, seed, size } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const inspectionHold = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/inspections',
  title: '双随机：从已销号问题中抽取，并抽取检查人员',
  who: OFFICE,
  input: z.object({
    areaId: id,
    size,
    seed,
    purpose,
    categories: z.array(z.enum(CATEGORY_CODES)).max(CATEGORY_CODES.length),
    unitIds: z.array(id).max(2000),
    from: date.nullable(),
    to: date.nullable(),
    inspectorsExcluded: z.array(z.object({ id, reason })).max(2000),
    /** null: everybody who takes part is sent. */
    inspectorCount: z.number().int().min(1).max(2000).nullable(),
  }),
  output: z.object({ drawId: z.string() }),
});
