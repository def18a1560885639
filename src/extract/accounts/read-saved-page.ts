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
    noticeOf(page) ??
    profileOf(page) ?? {
      kind: 'trouble',
      trouble: holdsArticle(page) ? 'undated' : 'unreadable',
      shown: quoted(shownLines(page).join(' ')),
    }
  );
}

function noticeOf(page: AccountPage): SavedPage | null {
  const lines = shownLines(page);
  const notice = readNotice(lines);
  if (notice === null) return null;
  const shown = quoted(page.box.byClass('weui-msg__title') ?? page.box.byClass('global_error_msg') ?? lines.join(' '));
  if (notice.of === 'us') return { kind: 'trouble', trouble: notice.trouble, shown };
  const rest = { shown, url: page.url, account: wechatAccount(page) };
  return notice.of === 'post' ? { kind: 'gone', state: notice.state, ...rest } : { kind: 'account', state: notice.state, ...rest };
}

const quoted = (text: string): string => text.slice(0, SHOWN_LETTERS);

function profileOf(page: AccountPage): SavedPage | null {
  const account = wechatAccount(page);
  const aboutBiz = /getverifyinfo\?__biz=([\w+/]+={0,2})/.exec(page.html)?.[1];
  const keys = aboutBiz && !account.keys.some((key) => key.startsWith('biz:')) ? [`biz:${aboutBiz}`, ...account.keys] : account.keys;
  return keys.some((key) => key.startsWith('wechat:')) ? { kind: 'profile', account: { ...account, keys } } : null;
}

/** Lines a reader sees, hidden helper texts left out as far as they are marked. */
function shownLines({ layout }: AccountPage): string[] {
  const lines = new Map<number, string>();
  for (const { box, text, line } of layout.leaves) {
    let hidden = false;
    for (let up = box.parent; up !== null && !hidden; up = up.parent)
      hidden = /display:\s*none/.test(up.attributes.style ?? '') || up.attributes['aria-hidden'] === 'true';
    if (!hidden) lines.set(line, `${lines.get(line) ?? ''}${text}`);
  }
  return [...lines.values()];
}
