import type { Known } from '../../collect/site/job.ts';
import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import { lastOpened, latestOfSubjects } from '../../store/facts.ts';
import { patiently } from '../../store/patience.ts';
import type { Db } from '../../store/schema.ts';

/** Days after which a link that was fine is looked at again; one that was not is looked at in every scan. */
const LINK_AGE_DAYS = 7;

/**
 * What the days before know of a site, asked of its facts as it is needed: articles are opened once, links that were fine are
 * left in peace for a while. Nothing of the day itself counts, so a scan that goes on decides as it would have decided.
 */
export function knownBefore(db: Db, siteId: string, day: CalendarDate): Known {
  const before = instantOf(day, '00:00');
  const since = instantOf(addDays(day, -LINK_AGE_DAYS), '00:00');
  async function last(kind: 'article' | 'link', as: 'page' | 'target', urls: readonly string[]) {
    const byId = new Map(urls.map((url) => [stableId(as, url), url]));
    const found = await patiently(() => lastOpened(db, siteId, kind, [...byId.keys()], before));
    return [...found].map(([id, at]) => [byId.get(id) as string, at] as const);
  }
  return {
    articles: async (urls) => new Set((await last('article', 'page', urls)).map(([url]) => url)),
    async attachments(urls) {
      const byId = new Map(urls.map((url) => [stableId('target', url), url]));
      const facts = await patiently(() => latestOfSubjects(db, siteId, 'attachment', [...byId.keys()], before));
      return new Map(
        facts.map(({ subjectId, blob, data: { etag, lastModified } }) => [byId.get(subjectId) as string, { blob, etag, lastModified }]),
      );
    },
    opened: async (urls) => new Map((await last('link', 'target', urls)).filter(([, at]) => at >= since)),
  };
}
