import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { namedUnit, ofArea } from '../responsibility.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const bodies = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/bodies',
  title: '公共企事业单位：主管部门、公开目录和公开率',
  who: OVERSEERS_AND_OWN,
  input: ofArea,
  output: z.object({
    rows: z.array(
      z.object({
        unit: namedUnit,
        supervisor: z.string().nullable(),
        entries: z.array(
          z.object({
            id: z.string(),
            item: z.string(),
            basis: z.string().nullable(),
            timeLimit: z.string().nullable(),
            url: z.string().nullable(),
          }),
        ),
        total: count,
        disclosed: count,
        /** Percent; null = no catalogue yet. */
        coverage: z.number().nullable(),
      }),
    ),
    total: count,
    disclosed: count,
  }),
});
