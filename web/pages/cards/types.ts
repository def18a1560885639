import type { z } from 'zod';
import type { card } from '../../../src/contract/endpoints/card.ts';
import type { cardAnswer } from '../../../src/contract/endpoints/card-answer.ts';
import type { cards } from '../../../src/contract/endpoints/cards.ts';

export type Cards = z.output<(typeof cards)['output']>;
export type CardRow = Cards['rows'][number];
export type Card = z.output<(typeof card)['output']>;
export type Detail = NonNullable<z.input<(typeof cardAnswer)['input']>['details']>[number] & { pictures: string[] };

/** What the list knows a question by. */
export const keyOf = ({ card: { id }, channel }: CardRow): string => `${id} ${channel.id}`;

export const TONES: Readonly<Record<string, string>> = {
  pass: 'mark-good',
  fail: 'mark-bad',
  'cannot-tell': 'mark-warn',
  'not-applicable': 'mark-calm',
  'not-run': 'mark-open',
};
