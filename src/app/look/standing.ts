import type { Outcome } from '../../evidence/outcome.ts';

/** How an address stands after all looks of the run. */
export type Standing = 'works' | 'dead' | 'not-run';

/** The server itself says that nothing is there. */
const GONE: readonly Outcome[] = ['gone', 'soft-gone'];
const OPENED: readonly Outcome[] = ['ok', 'too-large'];
/** No usable answer: the site's fault only where the same host answers at other addresses. */
const UNANSWERED: readonly Outcome[] = ['connect-failed', 'timed-out', 'cut-off', 'redirect-loop', 'bad-response', 'server-error'];
/** Busy, overloaded, closed for repair: passes by itself, so the host's other answers must stand beside it. */
const PASSING: readonly (number | null)[] = [502, 503, 504];
/** Looks that must agree before anything is called dead. */
const LOOKS = 2;

const isGone = (outcome: Outcome): boolean => GONE.includes(outcome);

export interface Tried {
  url: string;
  /** Of every look, in order. */
  outcomes: readonly Outcome[];
  /** Of the last look. */
  status: number | null;
}

/**
 * `dead` is said only of an address that failed in every look, several of them, and whose host answers otherwise;
 * gates, refusals, names that do not resolve and certificates are `not-run`: the reason may be on our side.
 */
export function standingOf({ url, outcomes, status }: Tried, hostAnswers: (url: string) => boolean): Standing {
  const last = outcomes.at(-1);
  if (last === undefined) return 'not-run';
  if (OPENED.includes(last)) return 'works';
  if (outcomes.length < LOOKS) return 'not-run';
  const tail = outcomes.slice(-LOOKS);
  if (tail.every(isGone)) return 'dead';
  if (!outcomes.every((outcome) => isGone(outcome) || UNANSWERED.includes(outcome))) return 'not-run';
  const faulty = outcomes.every((outcome) => outcome === 'server-error') && !PASSING.includes(status);
  return faulty || hostAnswers(url) ? 'dead' : 'not-run';
}

/** Counts, per host, addresses that were answered against addresses that were not. */
export interface HostTally {
  add(url: string, outcome: Outcome): void;
  /** The host answers as a rule, so one address without an answer is that address's own trouble. */
  answers(url: string): boolean;
}

export function createHostTally(): HostTally {
  const hosts = new Map<string, { answered: number; silent: number }>();
  return {
    add(url, outcome) {
      const { host } = new URL(url);
      const count = hosts.get(host) ?? { answered: 0, silent: 0 };
      if (OPENED.includes(outcome) || isGone(outcome)) count.answered += 1;
      else if (UNANSWERED.includes(outcome)) count.silent += 1;
      hosts.set(host, count);
    },
    answers(url) {
      const count = hosts.get(new URL(url).host);
      return count !== undefined && count.answered > 0 && count.answered >= count.silent;
    },
  };
}
