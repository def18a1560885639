import { NET_DEFAULTS } from '../../src/collect/settings.ts';
import type { Visit } from './hosts.ts';
import { CRAWL_DELAY_S, mannerOf } from './model.ts';

export interface Politeness {
  hosts: number;
  requests: number;
  /** Requests that left sooner after the one before than the host's pace allows, by more than the tolerance. */
  tooSoon: number;
  /** Runs of ten requests that took less than ten times the pace, by more than the tolerance. */
  tooMany: number;
  /** By how much the worst did, in virtual milliseconds. */
  worstMs: number;
  /** Requests that left while the host had asked for a rest. */
  duringRest: number;
  /** Most requests under way at one host. */
  mostAtOnce: number;
  /** A few hosts that were asked too soon. */
  examples: readonly string[];
}

const RUN = 10;

/**
 * Checks the requests of all processes together, as the hosts saw them. `toleranceMs`: virtual time that passes while a
 * process is busy between the decision to ask and the request.
 */
export function checkPoliteness(visits: readonly Visit[], toleranceMs: number): Politeness {
  const byHost = new Map<string, Visit[]>();
  for (const visit of visits) {
    const known = byHost.get(visit.host);
    if (known) known.push(visit);
    else byHost.set(visit.host, [visit]);
  }
  const found = { hosts: byHost.size, requests: visits.length, tooSoon: 0, tooMany: 0, worstMs: 0, duringRest: 0, mostAtOnce: 0 };
  const examples = new Set<string>();
  for (const [host, unsorted] of byHost) {
    const all = unsorted.toSorted((a, b) => a.begun - b.begun);
    const delayed = mannerOf(host) === 'delay';
    let restUntil = 0;
    let under: number[] = [];
    for (const [i, visit] of all.entries()) {
      // The first request asks for robots.txt: only then is the delay known.
      const paceMs = delayed && i > 1 ? CRAWL_DELAY_S * 1_000 : NET_DEFAULTS.paceMs;
      const short = i === 0 ? 0 : paceMs - (visit.begun - (all[i - 1] as Visit).begun);
      if (short > toleranceMs) {
        found.tooSoon += 1;
        examples.add(`${host}: ${Math.round(paceMs - short)} ms after one that ended ${(all[i - 1] as Visit).status}`);
      }
      const tenth = all[i - RUN];
      if (tenth && visit.begun - tenth.begun < RUN * NET_DEFAULTS.paceMs - toleranceMs) found.tooMany += 1;
      found.worstMs = Math.max(found.worstMs, short);
      if (visit.begun < restUntil - toleranceMs) found.duringRest += 1;
      under = under.filter((ended) => ended > visit.begun);
      under.push(visit.ended);
      found.mostAtOnce = Math.max(found.mostAtOnce, under.length);
      // What is under way when the host asks for a rest cannot be called back; what leaves after its answer can.
      for (const before of all.slice(Math.max(0, i - NET_DEFAULTS.perHost), i + 1)) {
        if (before.restMs > 0 && before.ended <= (all[i + 1]?.begun ?? 0)) restUntil = Math.max(restUntil, before.ended + before.restMs);
      }
    }
  }
  return { ...found, examples: [...examples].slice(0, 5) };
}
