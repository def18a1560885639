import { stableId } from '../../../core/id.ts';
import type { Fact } from '../../../evidence/fact.ts';
import { mixedContent, upgradesInsecure } from '../../../extract/page/mixed-content.ts';
import type { PageReading } from '../../../extract/read-page.ts';
import type { Look } from '../../http/look.ts';
import type { Scan } from '../scan.ts';

/**
 * Mixed content of one opened page: of the home page whenever it is https, of others only where there is any.
 * [] on plain http pages, which have nothing to mix.
 */
export function mixedContentFacts(
  scan: Scan,
  page: { url: string; look: Look; at: string; blob: string | null; html: string; reading: PageReading; home: boolean },
): Fact<'mixed-content'>[] {
  const { url, look, at, blob, html, reading, home } = page;
  if (!look.finalUrl.startsWith('https:')) return [];
  const mixed = mixedContent([...reading.links, ...reading.images], upgradesInsecure(html, look.headers.contentSecurityPolicy));
  if (mixed.count === 0 && !home) return [];
  return [scan.fact('mixed-content', home ? scan.job.site.id : stableId('page', url), at, url, blob, { url, ...mixed })];
}
