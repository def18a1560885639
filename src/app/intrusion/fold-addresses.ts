import { type HostStanding, registeredName } from '../../core/host-names.ts';
import type { MetHost } from '../../store/external-hosts.ts';

/** Registered names the links of a site lead to, by how they stand before anybody has decided anything. */
export type HostTally = Readonly<Record<Exclude<HostStanding, 'own'>, Map<string, MetHost>>>;

export const emptyTally = (): HostTally => ({ government: new Map(), neutral: new Map(), foreign: new Map() });

const PAGES_NAMED = 3;

/** Adds links to a tally, one entry a registered name, with the first pages that carry it. */
export function foldAddresses(
  tally: HostTally,
  addresses: readonly Pick<MetHost, 'url' | 'foundOn' | 'foundOnCount'>[],
  standingOf: (host: string) => HostStanding,
): void {
  for (const { url, foundOn, foundOnCount } of addresses) {
    const host = URL.parse(url)?.host;
    if (host === undefined || host === '') continue;
    const standing = standingOf(host);
    const name = registeredName(host);
    if (standing === 'own') continue;
    const known = tally[standing].get(name);
    const pages = [...(known?.foundOn ?? []), ...foundOn].filter((page, i, all) => all.findIndex((other) => other.url === page.url) === i);
    tally[standing].set(name, {
      name,
      url: known === undefined || url.length < known.url.length ? url : known.url,
      foundOn: pages.slice(0, PAGES_NAMED),
      // Several addresses of one site on the same pages count those pages once.
      foundOnCount: Math.max(known?.foundOnCount ?? 0, foundOnCount, pages.length),
    });
  }
}
