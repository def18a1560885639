import { canonicalJson } from '../../core/canonical-json.ts';
import { addDays, instantOf } from '../../core/date.ts';
import { makeFact } from '../../evidence/fact.ts';
import { carryOverState } from '../../ledger/carry-over.ts';
import { periodsOpen } from '../../ledger/close-period.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { Span } from '../../ledger/stock.ts';
import { factsBetween, insertFacts } from '../../store/facts.ts';
import type { AreaPeriod } from '../../store/periods.ts';
import type { Register } from '../../subjects/register.ts';
import type { App } from '../open.ts';

/** Kept late on the cut-off day, after all looking; each later reckoning a second later, so that the newest stands. */
const KEPT_AT = '22:00:00';

/**
 * Keeps, for every site, how last period's problems stand at the cut-off, as a fact like any other: the verdict that
 * rests on it can be judged again years later. What is known already is not kept twice.
 */
export async function keepCarryOver(
  app: App,
  input: { register: Register; ledger: readonly LedgerEntry[]; previous: AreaPeriod | null; span: Span },
): Promise<void> {
  const { register, ledger, previous, span } = input;
  const sites = register.sites.map((site) => site.id);
  const earlier = await factsBetween(
    app.db,
    sites,
    ['carry-over'],
    instantOf(addDays(span.cutoff, -1), '23:59:59'),
    instantOf(span.cutoff, '23:59:59'),
  );
  const facts = sites.flatMap((siteId) => {
    const mine = earlier.filter((fact) => fact.channelId === siteId);
    const data = { period: previous?.id ?? '', problems: previous === null ? [] : problemsOf(ledger, siteId, previous.id, span) };
    const last = mine.at(-1);
    if (last && canonicalJson(last.data) === canonicalJson(data)) return [];
    const at = new Date(Date.parse(instantOf(span.cutoff, KEPT_AT)) + mine.length * 1000).toISOString();
    return [
      makeFact({ kind: 'carry-over', channelId: siteId, subjectId: siteId, at, source: 'ledger', how: 'ledger/1', blob: null, data }),
    ];
  });
  await insertFacts(app.db, facts);
}

function problemsOf(ledger: readonly LedgerEntry[], siteId: string, last: string, span: Span) {
  const mine = ledger.filter((entry) => entry.problem.channelId === siteId);
  const { fixed, open, unverified } = carryOverState(mine, last, span);
  const closed = new Map<string, boolean | null>([
    ...fixed.map((id) => [id, true] as const),
    ...open.map((id) => [id, false] as const),
    ...unverified.map((id) => [id, null] as const),
  ]);
  return mine
    .filter(({ problem }) => closed.has(problem.id))
    .map(({ problem, events }) => ({
      problemId: problem.id,
      text: problem.text,
      closed: closed.get(problem.id) ?? null,
      periods: periodsOpen(project(events), last),
    }))
    .sort((a, b) => (a.problemId < b.problemId ? -1 : 1));
}
