import type { Fact } from '../../evidence/fact.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Scan } from './scan.ts';

/** As the search engine names itself. Intruders show it another page than they show people (seeds M10). */
const SEARCH_ENGINE = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)';

/** One more look at the home page, by the same guard and at the same pace, under the name of a search engine. */
export async function searchEngineView(scan: Scan, url: string): Promise<Fact<'search-engine-view'>> {
  const { net, clock, blobs, signal } = scan.deps;
  const at = clock.now();
  const look = await fetchLook(net, url, { userAgent: SEARCH_ENGINE, pastCertificate: true, ...(signal ? { signal } : {}) });
  scan.spend.use(look.hops.length);
  const { outcome, status, bytes } = look;
  const blob = outcome === 'ok' && bytes !== null && bytes.length > 0 ? await blobs.put(bytes, scan.frame ?? undefined) : null;
  return scan.fact('search-engine-view', scan.job.site.id, at, url, blob, { url, outcome, status });
}
