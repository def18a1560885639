import { type Net, openNet } from '../../collect/index.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Config } from '../config.ts';
import type { LookLimits } from './request.ts';

/** The ways out of one look. */
export interface WayOut {
  /** To the site, at the pace asked for; where it leads to others, at theirs. */
  net: Net;
  /** Which addresses are the site's: known once the home page has said where it lives. */
  belongs(isOwn: (url: string) => boolean): void;
  /** Hosts nobody gets through to, and how looks at them end. */
  givenUp(outcomeOf: (host: string) => Outcome | null): void;
}

const OTHERS_PER_HOST = 2;

export function openWayOut({ allowNetworks, contact }: Pick<Config, 'allowNetworks' | 'contact'>, limits: LookLimits): WayOut {
  // A machine of one's own needs no long rest after each 503.
  const rest = limits.loopback ? { backOffMs: 50, maxPauseMs: 1_000 } : {};
  const own = openNet({ allowNetworks, contact, paceMs: limits.paceMs, perHost: limits.concurrency, ...rest });
  const others = openNet({ allowNetworks, contact, perHost: OTHERS_PER_HOST });
  let isOwn: (url: string) => boolean = () => true;
  let outcomeOf: (host: string) => Outcome | null = () => null;
  return {
    net: {
      ...own,
      gate: {
        async enter(url, options) {
          if (isOwn(url.href)) return own.gate.enter(url, options);
          return outcomeOf(url.hostname) ?? others.gate.enter(url, options);
        },
      },
      async close() {
        await Promise.all([own.close(), others.close()]);
      },
    },
    belongs(told) {
      isOwn = told;
    },
    givenUp(told) {
      outcomeOf = told;
    },
  };
}
