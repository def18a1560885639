import type { CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { FactsByKind } from '../define.ts';
import { confirmation, lookDay, within } from './looks.ts';

export type LinkFact = Fact<'link'>;

/** Only these say that the address is dead. */
const DEAD: readonly Outcome[] = ['gone', 'soft-gone'];
/** These may be the site's fault or ours: a person decides. */
const DOUBTFUL: readonly Outcome[] = [
  'server-error',
  'client-error',
  'dns-failed',
  'connect-failed',
  'tls-failed',
  'timed-out',
  'redirect-loop',
];

/** How one target stands after all looks at it, the last one first in weight. */
export interface Target {
  url: string;
  state: 'works' | 'dead' | 'doubtful' | 'unconfirmed' | 'not-seen';
  /** The unbroken run of failing looks that the state rests on. */
  looks: readonly LinkFact[];
  last: LinkFact;
  lastDay: CalendarDate;
}

/** Targets of the given relations, each judged on its own looks, in order of address. */
export function targets(
  facts: FactsByKind,
  relations: readonly LinkFact['data']['relation'][],
  at: CalendarDate,
  options: { looks: number; hoursApart: number; lookWithinDays: number },
): Target[] {
  const byUrl = new Map<string, LinkFact[]>();
  for (const fact of facts.link ?? []) {
    if (relations.includes(fact.data.relation)) byUrl.set(fact.data.url, [...(byUrl.get(fact.data.url) ?? []), fact]);
  }
  return [...byUrl].sort(([a], [b]) => (a < b ? -1 : 1)).map(([url, looks]) => judgeTarget(url, looks, at, options));
}

function judgeTarget(
  url: string,
  all: readonly LinkFact[],
  at: CalendarDate,
  options: { looks: number; hoursApart: number; lookWithinDays: number },
): Target {
  // Looks that were blocked or refused by robots say nothing, for or against.
  const telling = all.filter(
    ({ data }) => data.outcome === 'ok' || data.outcome === 'too-large' || DEAD.includes(data.outcome) || DOUBTFUL.includes(data.outcome),
  );
  const last = (telling.at(-1) ?? all.at(-1)) as LinkFact;
  const base = { url, last, lastDay: lookDay(last) };
  if (telling.length === 0) return { ...base, state: 'not-seen', looks: [] };
  const worked = telling.findLastIndex(({ data }) => data.outcome === 'ok' || data.outcome === 'too-large');
  const run = telling.slice(worked + 1);
  if (run.length === 0) return { ...base, state: 'works', looks: [] };
  const dead = run.filter(({ data }) => DEAD.includes(data.outcome));
  const recent = within([last], at, options.lookWithinDays).length > 0;
  if (!recent) return { ...base, state: 'not-seen', looks: run };
  if (DEAD.includes(last.data.outcome)) return { ...base, state: confirmation(dead, options) ? 'dead' : 'unconfirmed', looks: dead };
  return { ...base, state: confirmation(run, options) ? 'doubtful' : 'unconfirmed', looks: run };
}
