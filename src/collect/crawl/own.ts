import { ownCopy } from '../frontier/own-copy.ts';
import { ownHosts } from '../site/own-hosts.ts';
import type { CrawlJob } from './job.ts';

const KEPT = 2_000;

/** `http://host:port` of an absolute address. */
export function originOf(url: string): string {
  const end = url.indexOf('/', url.indexOf('//') + 2);
  return end < 0 ? url : url.slice(0, end);
}

/** Whether an address belongs to the site; answers are kept by origin, as a page has a hundred addresses of the same few. */
export function ownAddresses({ home, hosts = [] }: CrawlJob): (url: string) => boolean {
  const columns = hosts.map((host) => ({ id: host, url: `http://${host}/`, minimumPerYear: null }));
  const isOwn = ownHosts({ site: { id: home, url: home }, columns, day: '' });
  const known = new Map<string, boolean>();
  return (url) => {
    const origin = originOf(url);
    const found = known.get(origin);
    if (found !== undefined) return found;
    if (known.size >= KEPT) known.clear();
    const own = isOwn(origin);
    known.set(ownCopy(origin), own);
    return own;
  };
}
