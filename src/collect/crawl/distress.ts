import { fetchLook } from '../http/fetch-look.ts';
import type { Crawl } from './crawl.ts';
import type { Looked } from './look.ts';

/** Looks in a row without an answer after which the home page is asked. */
const IN_A_ROW = 20;

/**
 * Counts looks at the site that nothing answered, or that were turned away (429, 503). Many in a row may be a folder of
 * broken pages; only when the home page does not answer either is the host in distress, and the crawl goes away.
 */
export async function watchDistress(crawl: Crawl, looked: readonly Looked[]): Promise<void> {
  for (const { target, look } of looked) {
    if (!target.own || look.outcome === 'robots' || look.outcome === 'refused-address') continue;
    const answered = look.outcome === 'ok' || (look.status !== null && look.status !== 429 && look.status !== 503);
    crawl.unanswered = answered ? 0 : crawl.unanswered + 1;
  }
  if (crawl.unanswered < IN_A_ROW || crawl.distress) return;
  const { signal, net } = crawl.deps;
  const home = await fetchLook(net, crawl.job.home, { totalMs: crawl.settings.lookMs, pastCertificate: true, read: 'sample', signal });
  crawl.unanswered = 0;
  crawl.distress = home.status === null || home.status === 429 || home.status === 503;
}
