import type { Frontier } from '../../collect/index.ts';
import type { Outcome } from '../../evidence/outcome.ts';

/** No connection came about: nothing was said, and nobody was burdened. */
const NO_CONNECTION: readonly Outcome[] = ['dns-failed', 'connect-failed', 'timed-out'];
/** Nothing was asked at all. */
const NOT_ASKED: readonly Outcome[] = ['refused-address', 'robots'];
/** Looks without a connection, and without one answer ever, after which a host is given up. */
const GIVEN_UP_AFTER = 3;
/** So many hosts without a name that resolves, and not one that answers: it is our own way out that is closed. */
const NO_WAY_OUT = 8;

/**
 * The site's own addresses first, those of other hosts kept aside for afterwards: a thousand links to slow strangers
 * must not hold up the site itself.
 */
export function ownFirst(own: Frontier, others: Frontier): Frontier {
  return {
    ...own,
    async see(sightings) {
      await own.see(sightings.filter((sighting) => sighting.own));
      await others.see(sightings.filter((sighting) => !sighting.own));
    },
    ...KEPT_OPEN,
  };
}

/** What further pages carry is not noted: addresses are tried, not read on. */
export const readNoFurther = (frontier: Frontier): Frontier => ({ ...frontier, see: async () => undefined, ...KEPT_OPEN });

/** Whoever opened the frontier closes it; a crawl that borrows it does not. */
const KEPT_OPEN = { close: async () => undefined };

export interface GivenUp {
  url: string;
  outcome: Outcome;
}

/** Hosts nobody gets through to: their other addresses would only wait in vain. */
export interface SilentHosts {
  /** How looks at the host end; null while it may still answer. */
  outcomeOf(host: string): Outcome | null;
  /** The same frontier, listening to how its looks end. An address of a silent host is settled, and told to `giveUp`. */
  listening(frontier: Frontier, giveUp: (target: GivenUp) => void): Frontier;
}

export function createSilentHosts(): SilentHosts {
  const hosts = new Map<string, { answered: boolean; silent: number; last: Outcome | null }>();
  const nameless = new Set<string>();
  let anyAnswer = false;

  const outcomeOf = (host: string): Outcome | null => {
    if (!anyAnswer && nameless.size >= NO_WAY_OUT) return 'dns-failed';
    const known = hosts.get(host);
    return known !== undefined && !known.answered && known.silent >= GIVEN_UP_AFTER ? known.last : null;
  };
  function note(url: string, outcome: Outcome): void {
    const { hostname } = new URL(url);
    const known = hosts.get(hostname) ?? { answered: false, silent: 0, last: null };
    hosts.set(hostname, known);
    if (NO_CONNECTION.includes(outcome)) {
      known.silent += 1;
      known.last = outcome;
      if (outcome === 'dns-failed') nameless.add(hostname);
    } else if (!NOT_ASKED.includes(outcome)) {
      known.answered = true;
      anyAnswer = true;
    }
  }
  return {
    outcomeOf,
    listening: (frontier, giveUp) => ({
      ...frontier,
      async settle(looks) {
        for (const { url, outcome } of looks) note(url, outcome);
        const settled = looks.map((look) => ({ ...look, open: look.open && outcomeOf(new URL(look.url).hostname) === null }));
        for (const [i, { url, outcome, open }] of settled.entries()) if (looks[i]?.open && !open) giveUp({ url, outcome });
        await frontier.settle(settled);
      },
    }),
  };
}
