import type { CalendarDate } from '../../../core/date.ts';
import type { Post } from '../../../evidence/facts.ts';
import type { Account } from '../../../subjects/channel.ts';
import type { PostDraft } from '../sheets/draft.ts';
import type { SettleContext } from './context.ts';
import { findAccount } from './find-account.ts';

export interface SettledPost extends Pick<Post, 'reads' | 'likes'> {
  accountId: string;
  date: CalendarDate;
  title: string;
  url: string | null;
  original: boolean | null;
}

export interface SettledPosts {
  posts: SettledPost[];
  /** Latest vouched day per account. */
  fresh: Map<string, CalendarDate>;
}

/** Posts of a file on their accounts; accounts are never made here. A row met twice counts once. */
export function settlePosts(drafts: readonly PostDraft[], accounts: readonly Account[], context: SettleContext): SettledPosts {
  const { index, remarks } = context;
  const posts = new Map<string, SettledPost>();
  const fresh = new Map<string, CalendarDate>();
  const find = findAccount(accounts, context);
  let repeated = 0;
  for (const draft of drafts) {
    const unitId = draft.unit === undefined ? undefined : index.resolve(draft.unit, draft.place, '主办单位', remarks);
    if (unitId === null) continue;
    const account = find(draft, unitId);
    if (account === null) continue;
    if (draft.freshOn !== undefined && draft.freshOn > (fresh.get(account.id) ?? '')) fresh.set(account.id, draft.freshOn);
    if (draft.day === null || draft.title === null) continue;
    const figures = { ...(draft.reads ? { reads: draft.reads } : {}), ...(draft.likes ? { likes: draft.likes } : {}) };
    const post = { accountId: account.id, date: draft.day, title: draft.title, url: draft.url, original: draft.original, ...figures };
    const key = samePost(post);
    if (posts.has(key)) repeated++;
    else posts.set(key, post);
  }
  if (repeated > 0) remarks.warn(`发布记录里有 ${repeated} 行与前面的行相同（账号、日期、标题、链接都一样），各按一条计。`);
  const without = new Set([...posts.values()].map((post) => post.accountId).filter((id) => !fresh.has(id)));
  if (without.size > 0) {
    const names = accounts.filter((account) => without.has(account.id)).map((account) => account.name);
    remarks.warn(
      `${names.slice(0, 10).join('、')}${names.length > 10 ? `等 ${names.length} 个账号` : ''}没有填截至日期，不能据此判断是否超期未更新。`,
    );
  }
  return { posts: [...posts.values()], fresh };
}

/** Two rows are one post when address, or day and title where there is none, agree. */
export const samePost = (post: Pick<SettledPost, 'accountId' | 'url' | 'date' | 'title'>): string =>
  JSON.stringify([post.accountId, post.url ?? [post.date, post.title]]);
