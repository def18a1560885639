import type { Hosts } from './types.ts';

/** How many external sites stand so, on one site or on all of them. */
export const countOf = (sites: Hosts['sites'], codes: readonly string[], siteId?: string): number =>
  sites
    .filter(({ id }) => !siteId || id === siteId)
    .reduce((sum, { counts }) => sum + codes.reduce((part, code) => part + (counts[code] ?? 0), 0), 0);
