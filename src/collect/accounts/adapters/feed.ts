import { decodeHtml } from '../../../extract/bytes/decode-html.ts';
import { fetchLook } from '../../http/fetch-look.ts';
import type { AccountAdapter, AccountReading } from '../adapter.ts';
import { readFeed } from '../read-feed.ts';

/**
 * Feed address (RSS, Atom, JSON Feed, as RSSHub and WeRSS give them). A feed without a single dated post,
 * an empty one included, is a broken adapter: it must never make an account look silent.
 */
export const adapter: AccountAdapter = {
  kind: 'feed',
  how: 'feed/1',
  async read({ account, day }, { net, blobs, signal }) {
    const { feedUrl } = account;
    if (feedUrl === null) return { outcome: 'ok', posts: [], freshOn: null, error: 'none-configured', source: 'register', blob: null };
    const look = await fetchLook(net, feedUrl, { pastCertificate: true, ignoreRobots: true, signal });
    const blob = look.bytes && look.bytes.length > 0 ? await blobs.put(look.bytes) : null;
    const broken: AccountReading = { outcome: look.outcome, posts: [], freshOn: null, error: 'broken', source: feedUrl, blob };
    if (look.outcome !== 'ok' || look.bytes === null) return broken;
    const posts = readFeed(decodeHtml(look.bytes, look.headers.contentType).text, look.finalUrl, day);
    if (posts === null || posts.length === 0) return broken;
    return { ...broken, posts, freshOn: day, error: null };
  },
};
