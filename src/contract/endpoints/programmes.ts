import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { namedUnit, ofArea } from '../responsibility.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const programmes = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/programmes',
  title: '专项工作：成员单位、目标、未覆盖的单位和报送事项',
  who: OVERSEERS_AND_OWN,
  input: ofArea,
  output: z.object({
    today: date,
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        basis: z.string().nullable(),
        dueOn: date.nullable(),
        late: z.boolean(),
        members: z.array(z.object({ unit: namedUnit, target: count, finished: count, covered: z.boolean() })),
        notCovered: z.array(z.string()),
        items: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            note: z.string().nullable(),
            unit: namedUnit,
            helper: namedUnit.nullable(),
            enteredBy: z.string(),
            enteredAt: z.string(),
            finishedOn: date.nullable(),
          }),
        ),
      }),
    ),
  }),
});
