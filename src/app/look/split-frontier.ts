import type { Frontier } from '../../collect/index.ts';
import type { Outcome } from '../../evidence/outcome.ts';

/** No connection came about: nothing was said, and nobody was burdened. */
const NO_CONNECTION: readonly Outcome[] = ['dns-failed', 'connect-failed', 'timed-out'];
/** Looks without a connection, and without one answer ever, after which a host is given up. */
const GIVEN_UP_AFTER = 4;

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

/** Hosts nobody gets through to: their other addresses would only wait in vain. */
export interface SilentHosts {
  /** How looks at the host end; null while it may still answer. */
  outcomeOf(host: string): Outcome | null;
  /** The same frontier, listening to how its looks end; addresses of a silent host are not tried again. */
  listening(frontier: Frontier): Frontier;
}

export function createSilentHosts(): SilentHosts {
  const hosts = new Map<string, { answered: boolean; silent: number; last: Outcome | null }>();
  const outcomeOf = (host: string): Outcome | null => {
    const known = hosts.get(host);
    return known !== undefined && !known.answered && known.silent >= GIVEN_UP_AFTER ? known.last : null;
  };
  function note(url: string, outcome: Outcome): void {
    const { hostname } = new URL(url);
    const known = hosts.get(hostname) ?? { answered: false, silent: 0, last: null };
    if (NO_CONNECTION.includes(outcome)) {
      known.silent += 1;
      known.last = outcome;
    } else known.answered = true;
    hosts.set(hostname, known);
  }
  return {
    outcomeOf,
    listening: (frontier) => ({
      ...frontier,
      async settle(looks) {
        for (const { url, outcome } of looks) note(url, outcome);
        await frontier.settle(looks.map((look) => ({ ...look, open: look.open && outcomeOf(new URL(look.url).hostname) === null })));
      },
    }),
  };
}
