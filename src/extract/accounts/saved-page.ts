import type { CalendarDate } from '../../core/date.ts';
import type { Post, PostState } from '../../evidence/facts.ts';

/** What a saved page says of the account it belongs to. Empty lists and nulls = the page does not say. */
export interface SavedAccount {
  platform: 'wechat' | 'weibo';
  /** Name as shown. */
  name: string | null;
  /** Marks that never change with the name: `biz:Mz…==`, `gh:gh_…`, `wechat:微信号`, `weibo:1234567890`. */
  keys: readonly string[];
  /** 认证主体: the body the platform verified. */
  verified: string | null;
}

/** A post with its account, for pages that list several accounts. */
export interface SavedPost extends Post {
  account: SavedAccount;
  /** `HH:MM:SS` in Shanghai, null when only the day is known. */
  time: string | null;
  /** 摘要. */
  digest: string | null;
  /** 阅读原文: where the post says it comes from. */
  sourceUrl: string | null;
}

/** Why a page shows no post although the look was fine: the account as a whole, or something of ours. */
export const PAGE_TROUBLES = {
  verification: '保存到的是平台的验证页（环境异常、访问频繁），不是文章',
  'bad-link': '链接不完整或参数错误，没有打开文章',
  expired: '保存的是临时链接，已经过期',
  unreadable: '不是能识别的文章页、账号页或列表页',
  undated: '页面上没有能确定的发布日期',
} as const;
export type PageTrouble = keyof typeof PAGE_TROUBLES;

/** State of a whole account as a notice page tells it. */
export const ACCOUNT_STATES = {
  migrated: '账号已迁移',
  cancelled: '账号已注销',
  blocked: '账号已被屏蔽、冻结或停用',
} as const;
export type AccountPageState = keyof typeof ACCOUNT_STATES;

export type SavedPage =
  | { kind: 'posts'; posts: readonly SavedPost[]; undated: number; list: ListSpan | null }
  | { kind: 'profile'; account: SavedAccount }
  /** A post that is not there any more; `url` from the note browsers leave in saved pages. */
  | { kind: 'gone'; state: Exclude<PostState, 'shown'>; shown: string; url: string | null; account: SavedAccount }
  | { kind: 'account'; state: AccountPageState; shown: string; url: string | null; account: SavedAccount }
  | { kind: 'trouble'; trouble: PageTrouble; shown: string };

/** A list of all posts of one account from `from` up to the day the page was made; null = the list may lack some. */
export interface ListSpan {
  account: SavedAccount;
  from: CalendarDate;
  to: CalendarDate;
}
