import type { AccountModel, AccountPost } from './account.ts';
import { esc } from './html.ts';
import { type Answer, answer } from './response.ts';

/** Posts a feed shows, newest first, as a bridge does. */
const SHOWN = 20;

/** RSS 2.0 prints times in GMT: a post of 07:30 in Shanghai carries the day before. */
function rss(model: AccountModel, posts: readonly AccountPost[]): string {
  const items = posts.map(
    (
      p,
    ) => `<item><title>${esc(p.title)}</title><description><![CDATA[<p>${p.text}</p>]]></description><link>${model.origin}/post/${p.id}</link>
<guid isPermaLink="false">${model.account.platform}-${p.id}</guid><pubDate>${new Date(p.at).toUTCString()}</pubDate><author>${esc(model.account.name)}</author></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${esc(model.title)}</title><link>${model.origin}/</link>
<atom:link href="${model.origin}${model.address}" rel="self" type="application/rss+xml"/><description>${esc(model.title)}</description><language>zh-cn</language><ttl>60</ttl>
${items.join('\n')}
</channel></rss>
`;
}

/** Atom prints local times with their offset. */
function atom(model: AccountModel, posts: readonly AccountPost[]): string {
  const local = (at: number): string => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
  const entries = posts.map(
    (p) =>
      `<entry><id>${model.origin}/post/${p.id}</id><title>${esc(p.title)}</title><link href="${model.origin}/post/${p.id}"/><published>${local(p.at)}</published><updated>${local(p.at)}</updated><content type="html">${esc(`<p>${p.text}</p>`)}</content></entry>`,
  );
  const updated = posts[0] ? `<updated>${local(posts[0].at)}</updated>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${model.origin}${model.address}</id><title>${esc(model.title)}</title>${updated}<author><name>${esc(model.account.name)}</name></author>
${entries.join('\n')}
</feed>
`;
}

/** JSON Feed 1.1 with times in UTC. */
function json(model: AccountModel, posts: readonly AccountPost[]): string {
  const items = posts.map((p) => ({
    id: `${model.account.platform}-${p.id}`,
    url: `${model.origin}/post/${p.id}`,
    title: p.title,
    content_html: `<p>${p.text}</p>`,
    date_published: new Date(p.at).toISOString(),
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: model.title,
    home_page_url: `${model.origin}/`,
    feed_url: `${model.origin}${model.address}`,
    items,
  });
}

const FORMATS = {
  weibo: { type: 'application/atom+xml; charset=utf-8', write: atom },
  douyin: { type: 'application/feed+json; charset=utf-8', write: json },
  other: { type: 'application/rss+xml; charset=utf-8', write: rss },
} as const;

/** What an account's address answers at a moment. */
export function feedAnswer(model: AccountModel, address: string, now: number): Answer {
  const { platform } = model.account;
  const published = model.posts.filter((p) => p.at <= now);
  const changed = published.at(-1)?.at ?? 0;
  if (address === model.address) {
    const format = FORMATS[platform === 'weibo' || platform === 'douyin' ? platform : 'other'];
    return answer(format.type, Buffer.from(format.write(model, published.slice(-SHOWN).toReversed())), changed);
  }
  const post = published.find((p) => address === `/post/${p.id}`);
  const page = (title: string, text: string): Buffer =>
    Buffer.from(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${esc(title)}</title></head><body><p>${esc(text)}</p></body></html>`,
    );
  if (post) return answer('text/html; charset=utf-8', page(post.title, post.text), post.at);
  if (address === '/') return answer('text/html; charset=utf-8', page(model.title, model.title), changed);
  return answer('text/html; charset=utf-8', page('404', '页面不存在'), changed, 404);
}
