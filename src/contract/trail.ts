import { z } from 'zod';
import { id } from './fields.ts';

const moment = z.iso.datetime({ message: '应为日期和时刻' });
const words = (most: number) => z.string().trim().min(1).max(most).optional();

/** What a reader of the trail asks for. */
export const trailAsked = z.object({
  areaId: id,
  /** A problem, a notice, a user … by its id. */
  thing: words(120),
  act: words(80),
  person: words(60),
  from: moment.optional(),
  to: moment.optional(),
});

export const trailRow = z.object({
  seq: z.number().int(),
  at: z.string(),
  name: z.string(),
  roleName: z.string(),
  act: z.string(),
  actName: z.string(),
  about: z.record(z.string(), z.string()),
  /** What was handed in, as JSON. */
  given: z.string(),
  outcome: z.string(),
  outcomeName: z.string(),
  address: z.string(),
});
