import type { Act } from './event.ts';

/** Whose inbox an act goes to, because the next move is theirs; nothing for an act that its own list shows well enough. */
export const TOLD: Readonly<Partial<Record<Act, 'unit' | 'office'>>> = {
  handed_over: 'unit',
  disputed: 'office',
  upheld: 'unit',
  withdrawn: 'unit',
  rechecked_partly: 'unit',
  rechecked_not: 'unit',
};
