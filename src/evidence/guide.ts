import { z } from 'zod';
import { GUIDE_FIELD_CODES } from '../core/guide-field.ts';
import { OUTCOME_CODES } from './outcome.ts';

const field = z.enum(GUIDE_FIELD_CODES);

/**
 * A disclosure guide (信息公开指南) as read, beside what the directory held at that moment: a day can be judged again although
 * the records have changed since. Subject: `stableId('page', url)`.
 */
export const guide = z.object({
  url: z.string(),
  columnId: z.string(),
  outcome: z.enum(OUTCOME_CODES),
  title: z.string().nullable(),
  /** What the guide states, in reading order. `belongsTo`: another unit the directory has this value for. */
  values: z.array(z.object({ field, value: z.string(), belongsTo: z.string().nullable() })),
  /** Words that offer a fax although the guide prints no number for one; null = not so. */
  faxOffer: z.string().nullable(),
  /** Records of the directory; a field without one is absent. */
  expected: z.array(z.object({ field, value: z.string() })),
  /** Wrong values of earlier looks whose right one has not been seen since. */
  owed: z.array(z.object({ field, found: z.string() })),
});
