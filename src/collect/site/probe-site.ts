import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { Site } from '../../subjects/channel.ts';
import type { Clock } from '../clock.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Net } from '../http/net.ts';
import { SITE_DEFAULTS } from '../settings.ts';

export interface ProbeDeps {
  net: Net;
  clock: Clock;
  /** Default 15,000: a visit that takes this long counts as not opened (国办秘函〔2019〕19号 站点无法访问). */
  probeMs?: number;
  signal?: AbortSignal;
}

/** One availability visit of a home page. Certificates count as visitors' browsers count them; nothing of the page is kept. */
export async function probeSite(site: Pick<Site, 'id' | 'url'>, deps: ProbeDeps): Promise<Fact<'probe'>> {
  const at = deps.clock.now();
  const look = await fetchLook(deps.net, site.url, { totalMs: deps.probeMs ?? SITE_DEFAULTS.probeMs, signal: deps.signal });
  return makeFact({
    kind: 'probe',
    channelId: site.id,
    subjectId: site.id,
    at,
    source: site.url,
    how: 'http/1',
    blob: null,
    data: { url: site.url, outcome: look.outcome, status: look.status, ms: look.ms },
  });
}
