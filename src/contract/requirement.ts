import { z } from 'zod';
import { deadline } from './notice-draft.ts';

/** A requirement of the office's library. */
export const requirement = z.object({ id: z.string(), heading: z.string(), text: z.string(), deadline: deadline.nullable() });
