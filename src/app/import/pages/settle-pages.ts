import type { CalendarDate } from '../../../core/date.ts';
import type { Post } from '../../../evidence/facts.ts';
import { readSavedPage } from '../../../extract/accounts/read-saved-page.ts';
import { ACCOUNT_STATES, PAGE_TROUBLES, type SavedAccount, type SavedPage } from '../../../extract/accounts/saved-page.ts';
import type { Account } from '../../../subjects/channel.ts';
import type { Remarks } from '../remarks.ts';
import { type AccountBook, accountOfPage } from './account-of-page.ts';
import { postAddress } from './post-address.ts';
import type { PageFile } from './unpack-pages.ts';

/** Posts one page holds of one account. */
export interface PagePosts {
  account: Account;
  posts: readonly Post[];
  /** The day up to which the page lists everything; null = it vouches for its own posts only. */
  freshOn: CalendarDate | null;
  page: PageFile;
}

/** A post that a page says is gone, to be found by its address. */
export interface GonePost {
  url: string;
  state: NonNullable<Post['state']>;
  shown: string;
  page: PageFile;
}

export interface SettledPages {
  posts: readonly PagePosts[];
  gone: readonly GonePost[];
  /** Marks learned: `biz:…` → account id. */
  keys: ReadonlyMap<string, string>;
}

/** Reads pages and finds their accounts. What cannot be used is said, page by page; nothing of it stops the rest. */
export function settlePages(pages: readonly PageFile[], book: AccountBook, today: CalendarDate, remarks: Remarks): SettledPages {
  const posts: PagePosts[] = [];
  const gone: GonePost[] = [];
  const keys = new Map(book.keys);
  const find = (said: SavedAccount, page: PageFile): Account | null => {
    const answer = accountOfPage(said, { ...book, keys });
    if ('question' in answer) {
      remarks.ask(`“${page.name}”：${answer.question}。`);
      return null;
    }
    for (const key of said.keys) keys.set(key, answer.account.id);
    return answer.account;
  };
  for (const page of pages) {
    const read = readSavedPage(page.html, page.url);
    if (read.kind === 'posts') posts.push(...postsOf(read, page, find, today, remarks));
    else if (read.kind === 'profile') find(read.account, page);
    else if (read.kind === 'gone') {
      if (read.url !== null) gone.push({ url: postAddress(read.url), state: read.state, shown: read.shown, page });
      else
        remarks.ask(
          `“${page.name}”显示“${read.shown}”，但文件里没有原来的网址，看不出是哪一条。请用浏览器的“另存为”重新保存，或手工登记。`,
        );
    } else if (read.kind === 'account') {
      remarks.ask(`“${page.name}”显示“${read.shown}”（${ACCOUNT_STATES[read.state]}）。请核对账号，并在“新媒体账号”表里登记状态和日期。`);
    } else remarks.warn(`没有导入：${PAGE_TROUBLES[read.trouble]}。`, `“${page.name}”`);
  }
  return { posts, gone, keys };
}

function postsOf(
  read: Extract<SavedPage, { kind: 'posts' }>,
  page: PageFile,
  find: (said: SavedAccount, page: PageFile) => Account | null,
  today: CalendarDate,
  remarks: Remarks,
): PagePosts[] {
  if (read.undated > 0) remarks.warn(`有 ${read.undated} 条没有写年份，页面上也看不出是哪一年，没有导入。`, `“${page.name}”`);
  const byAccount = new Map<string, { account: Account; posts: Post[] }>();
  const answers = new Map<string, Account | null>();
  for (const { account: said, time: _time, digest: _digest, sourceUrl: _sourceUrl, ...post } of read.posts) {
    const asked = JSON.stringify([said.name, said.keys]);
    const account = answers.has(asked) ? answers.get(asked) : find(said, page);
    answers.set(asked, account ?? null);
    if (!account) continue;
    if (post.date > today) {
      remarks.warn(`有发布日期晚于导入当天（${today}）的内容，没有导入。`, `“${page.name}”`);
      continue;
    }
    const mine = byAccount.get(account.id) ?? { account, posts: [] };
    mine.posts.push({ ...post, url: post.url === null ? null : postAddress(post.url), state: 'shown' });
    byAccount.set(account.id, mine);
  }
  return [...byAccount.values()].map((mine) => ({ ...mine, freshOn: read.list?.to ?? null, page }));
}
