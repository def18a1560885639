import type { Outcome } from '../../evidence/outcome.ts';
import type { SiteSettings } from '../settings.ts';

/** Outcomes that another look would not change, or that say nothing against the address. */
const SETTLED: readonly Outcome[] = ['ok', 'blocked', 'client-error', 'refused-address', 'robots', 'too-large'];
const DEAD: readonly Outcome[] = ['gone', 'soft-gone'];

/** Whether one look that ended so should be followed by another, later. */
export const isOpenQuestion = (outcome: Outcome): boolean => !SETTLED.includes(outcome);

/** Whether the looks so far leave a target open: nothing is called dead on one look, and looks must agree. */
export function needsAgain(outcomes: readonly Outcome[], { goneLooks, maxLooks }: Pick<SiteSettings, 'goneLooks' | 'maxLooks'>): boolean {
  const last = outcomes.at(-1);
  if (last === undefined || !isOpenQuestion(last) || outcomes.length >= maxLooks) return false;
  const tail = outcomes.slice(-goneLooks);
  return tail.length < goneLooks || tail.some((outcome) => !isOpenQuestion(outcome) || DEAD.includes(outcome) !== DEAD.includes(last));
}
