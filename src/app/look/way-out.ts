import { type Net, openNet } from '../../collect/index.ts';
import type { Config } from '../config.ts';
import type { LookLimits } from './request.ts';

/**
 * The way out of one look: the pace asked for holds at the site itself, everybody else is visited at the ordinary pace.
 * `belongs` says which addresses are the site's; it may be set later, when the home page has said where it lives.
 */
export interface WayOut {
  net: Net;
  belongs(isOwn: (url: string) => boolean): void;
}

const OTHERS_PER_HOST = 2;

export function openWayOut({ allowNetworks, contact }: Pick<Config, 'allowNetworks' | 'contact'>, limits: LookLimits): WayOut {
  // A machine of one's own needs no long rest after each 503.
  const rest = limits.loopback ? { backOffMs: 50, maxPauseMs: 1_000 } : {};
  const own = openNet({ allowNetworks, contact, paceMs: limits.paceMs, perHost: limits.concurrency, ...rest });
  const others = openNet({ allowNetworks, contact, perHost: OTHERS_PER_HOST });
  let isOwn: (url: string) => boolean = () => true;
  return {
    net: {
      ...own,
      gate: { enter: (url, options) => (isOwn(url.href) ? own : others).gate.enter(url, options) },
      async close() {
        await Promise.all([own.close(), others.close()]);
      },
    },
    belongs(told) {
      isOwn = told;
    },
  };
}
