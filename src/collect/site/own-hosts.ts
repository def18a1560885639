import { parseAddress } from '../http/address.ts';
import type { SiteJob } from './job.ts';

const bare = (host: string): string => host.replace(/^www\./, '');

/** Whether an address belongs to the site: the hosts of its home page and columns, with and without www. */
export function ownHosts({ site, columns }: SiteJob): (url: string) => boolean {
  const addresses = [site.url, ...columns.flatMap((column) => column.url ?? [])];
  const hosts = new Set(addresses.flatMap((address) => bare(parseAddress(address)?.host ?? '') || []));
  return (url) => hosts.has(bare(parseAddress(url)?.host ?? ''));
}
