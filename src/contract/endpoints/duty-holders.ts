import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { named } from '../fields.ts';
import { namedUnit, ofArea } from '../responsibility.ts';
import { OVERSEERS } from '../who.ts';

export const dutyHolders = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/duty-holders',
  title: '另行指定的发布、主管、起草、审查单位',
  who: OVERSEERS,
  input: ofArea,
  output: z.object({
    rows: z.array(
      z.object({ subject: z.string(), subjectName: z.string(), duty: named, unit: namedUnit, setBy: z.string(), setAt: z.string() }),
    ),
  }),
});
