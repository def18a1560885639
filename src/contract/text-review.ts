import { z } from 'zod';
import { count, date, id, named } from './fields.ts';

/** Shapes of the reviewer's loop (错情复核、词表维护). */
export const REVIEW_ACTS = ['confirmed', 'dismissed-here', 'dismissed-string', 'accepted-term', 'wrong-suggestion', 'undone'] as const;
export const LIST_CODES = ['phrase', 'wrong-word', 'accepted-term', 'spam-term'] as const;
export const LAYER_CODES = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6'] as const;
export const PHRASE_KIND_CODES = ['core', 'organ', 'law', 'document', 'campaign', 'term', 'idiom'] as const;
export const MAX_LIST_BYTES = 8_000_000;

const words = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`);
/** Whose act it is: a name that is typed, since nobody signs in. */
export const itemKey = z.object({ siteId: id, key: id });

export const reviewPlace = z.object({
  url: z.string(),
  title: z.string().nullable(),
  publishDate: z.string().nullable(),
  context: z.string(),
  contextAt: count,
  found: z.string(),
  dismissed: z.boolean(),
  factId: z.string().nullable(),
});

export const reviewItem = itemKey.extend({
  site: z.string(),
  unit: z.string(),
  kind: named,
  layer: named,
  severity: count,
  score: z.number(),
  files: z.boolean(),
  string: z.string(),
  found: z.string(),
  suggestion: z.string().nullable(),
  why: z.string(),
  placeCount: count,
  pageCount: count,
  /** Day the oldest and newest of its pages were published. */
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
  firstSeenAt: z.string(),
  decision: z
    .object({
      code: z.string(),
      name: z.string(),
      by: z.string().nullable(),
      at: z.string().nullable(),
      right: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  places: z.array(reviewPlace),
});

export const decision = itemKey.extend({
  act: z.enum(REVIEW_ACTS),
  page: z.string().max(4_000).optional(),
  words: words(100).optional(),
  note: words(500).optional(),
});

/** What the queue is narrowed by. */
export const reviewAsked = z.object({
  state: z.enum(['open', 'confirmed', 'dismissed']).default('open'),
  site: id.optional(),
  layer: z.enum(LAYER_CODES).optional(),
  severity: z.coerce.number().int().min(1).max(4).optional(),
  q: z.string().trim().max(100).optional(),
  /** Below the fitted threshold too. */
  unlikely: z.enum(['yes']).optional(),
});

/** Numbers of what has been read and what waits. */
export const progress = z.object({ pages: count, read: count, fresh: count, stock: count, characters: z.number() });

const day = date.nullable().default(null);
export const wordingEntry = z.object({
  list: z.enum(LIST_CODES),
  term: words(100).min(1, '请填写词语'),
  right: words(100)
    .transform((text) => text || null)
    .nullable()
    .default(null),
  others: z.array(words(100).min(1)).max(50).default([]),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(3),
  kind: z.enum(PHRASE_KIND_CODES).default('term'),
  validFrom: day,
  validTo: day,
  note: words(300).default(''),
});
export const wordingKey = z.object({ list: z.enum(LIST_CODES), term: z.string().min(1).max(100) });
export const listChanged = z.object({ put: count, retired: count, pages: count });
