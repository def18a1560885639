import type { CalendarDate } from '../../core/date.ts';
import { ROLE_NAMES, ROLES } from '../../ledger/event.ts';
import { countReviews, type ReviewCount } from '../../store/desk-steps.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

const OUTCOMES = ['waiting', 'confirmed', 'rejected', 'merged', 'exempted'] as const satisfies readonly ReviewCount['outcome'][];
type Steps = { found: number } & Record<ReviewCount['outcome'], number>;

/** 复核各步计数 of a span, in all and by who found: found = waiting + confirmed + rejected + merged + exempted. */
export async function viewSteps(app: App, areaId: string, span: { from: CalendarDate | undefined; to: CalendarDate | undefined }) {
  await areaOf(app, areaId);
  const to = span.to ?? (await todayOf(app, areaId));
  const from = span.from ?? `${to.slice(0, 8)}01`;
  const counts = await countReviews(app.db, areaId, from, to);
  const bySource = ROLES.map((code) => ({
    source: { code, name: ROLE_NAMES[code] },
    ...stepsOf(counts.filter(({ source }) => source === code)),
  })).filter(({ found }) => found > 0);
  return { from, to, ...stepsOf(counts), bySource };
}

function stepsOf(counts: readonly ReviewCount[]): Steps {
  const of = (outcome: ReviewCount['outcome']): number =>
    counts.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
  const parts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Omit<Steps, 'found'>;
  return { found: counts.reduce((sum, { count }) => sum + count, 0), ...parts };
}
