import { z } from 'zod';
import { cardDetail } from '../core/card-detail.ts';

/**
 * What a person answered on a card (人工检查卡) about one channel. Subject: `card:` and the card's id. A correction is a later fact of the
 * same subject; the newest counts and the earlier ones stay.
 */
export const cardAnswer = z.object({
  card: z.string(),
  clause: z.string(),
  /** The permitted answer that was given. */
  value: z.string(),
  /** One per thing found; empty for an answer that blames nobody. */
  details: z.array(cardDetail),
  /** What was looked at, in the looker's words; '' where nothing was said. */
  looked: z.string(),
  person: z.string(),
  /** When it was entered: a judgement made before knows nothing of it. */
  recordedAt: z.string(),
});

/** A picture handed in as proof of an answer; the fact's bytes. Subject as of the answer. */
export const cardPicture = z.object({
  card: z.string(),
  kind: z.enum(['png', 'jpg']),
  bytes: z.number().int(),
  fileName: z.string(),
  person: z.string(),
});
