import { z } from 'zod';
import { count, date, named } from './fields.ts';
import { problemRow } from './problem-row.ts';
import type { Grants } from './who.ts';

/** Shapes of the findings desk (人工复核) and of what people enter there: third parties, and the centre what it sees itself (seeds U04, U05). */
export const FINDERS: Grants = { centre: 'area', third_party: 'area' };
/** The office too: what it enters is a problem at once. Its lists of many it imports. */
export const FINDERS_AND_OFFICE: Grants = { office: 'area', ...FINDERS };
/** Codes of the ledger's own lists; a test holds the two against each other. */
export const REJECT_REASON_CODES = ['fine', 'misread', 'restored', 'misplaced', 'not_due', 'unproved', 'weakness'] as const;
export const EXEMPT_REASON_CODES = ['nothing_happened', 'being_moved', 'reorganised', 'to_be_removed', 'not_disclosed'] as const;
export const SERVICE_ASPECT_CODES = ['link', 'form', 'guide'] as const;
export const MOST_AT_ONCE = 200;
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;
export const MAX_RAW_FILE_BYTES = 20 * 1024 * 1024;

export const counted = named.extend({ count });
export const words = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`);
/** Words that may be left out; empty is the same as absent. */
export const reason = words(500)
  .nullish()
  .transform((text) => text || null);

export const waitingRow = problemRow.extend({
  /** Who found it: the machine, a third party, the centre. */
  source: named,
  foundByName: z.string(),
  /** Title of the check; null where a person entered it. */
  check: z.string().nullable(),
  /** Settled before and back again. */
  isBack: z.boolean(),
  /** Of the kinds that are dealt with at once; they stand first. */
  isGrave: z.boolean(),
  /** 薄弱环节: never confirmed as a problem. */
  isWeakness: z.boolean(),
  waitsDays: z.number().int(),
  pictures: count,
});

export const nearRow = z.object({ id: z.string(), text: z.string(), place: z.string(), category: named, status: named, foundOn: date });

const step = { found: count, waiting: count, confirmed: count, rejected: count, merged: count, exempted: count };
export const steps = z.object({ from: date, to: date, ...step, bySource: z.array(z.object({ source: named, ...step })) });
