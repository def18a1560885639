import { type AccountPage, openAccountPage } from './account-page.ts';
import { readNotice } from './notice-page.ts';
import type { SavedPage } from './saved-page.ts';
import { holdsArticle, readWechatArticle, wechatAccount } from './wechat-article.ts';
import { readWechatList } from './wechat-list.ts';
import { readWeiboList } from './weibo-list.ts';

/** Enough of a notice to quote it. */
const SHOWN_LETTERS = 120;

/**
 * Reads a saved page of a platform: a WeChat article, history, album or profile page, a Weibo list, or the notice a platform
 * shows in place of a post. `url` is where it was saved from, when the file format tells. Pure; never throws on odd pages.
 */
export function readSavedPage(html: string, url: string | null = null): SavedPage {
  const page = openAccountPage(html, url);
  // An article may quote a notice: whoever shows an article is asked for the article first.
  const article = holdsArticle(page) ? readWechatArticle(page) : null;
  if (article !== null) return { kind: 'posts', posts: [article], undated: 0, list: null };
  const list = readWechatList(page);
  if (list !== null && list.posts.length > 0) return { kind: 'posts', undated: 0, ...list };
  const weibo = readWeiboList(page);
  if (weibo !== null) return { kind: 'posts', ...weibo, list: null };
  return (
    noticeOf(page) ?? profileOf(page) ?? { kind: 'trouble', trouble: holdsArticle(page) ? 'undated' : 'unreadable', shown: shownText(page) }
  );
}

function noticeOf(page: AccountPage): SavedPage | null {
  const titles = [page.box.byClass('weui-msg__title'), page.box.byClass('global_error_msg')].filter((text) => text !== null);
  const shown = titles[0] ?? shownText(page);
  const notice = readNotice(shown) ?? readNotice(shownText(page));
  if (notice === null) return null;
  const quoted = shown.slice(0, SHOWN_LETTERS);
  if (notice.of === 'us') return { kind: 'trouble', trouble: notice.trouble, shown: quoted };
  const rest = { shown: quoted, url: page.url, account: wechatAccount(page) };
  return notice.of === 'post' ? { kind: 'gone', state: notice.state, ...rest } : { kind: 'account', state: notice.state, ...rest };
}

function profileOf(page: AccountPage): SavedPage | null {
  const account = wechatAccount(page);
  const aboutBiz = /getverifyinfo\?__biz=([\w+/]+={0,2})/.exec(page.html)?.[1];
  const keys = aboutBiz && !account.keys.some((key) => key.startsWith('biz:')) ? [`biz:${aboutBiz}`, ...account.keys] : account.keys;
  return keys.some((key) => key.startsWith('wechat:')) ? { kind: 'profile', account: { ...account, keys } } : null;
}

/** What a reader sees, hidden helper texts left out as far as they are marked. */
function shownText({ layout }: AccountPage): string {
  const seen = layout.leaves.filter(({ box }) => {
    for (let up = box.parent; up !== null; up = up.parent)
      if (/display:\s*none/.test(up.attributes.style ?? '') || up.attributes['aria-hidden'] === 'true') return false;
    return true;
  });
  return seen.map(({ text }) => text).join(' ');
}
