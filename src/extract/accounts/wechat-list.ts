import { daysBetween } from '../../core/date.ts';
import { findArrays, type Literal } from '../columns/literal.ts';
import { atSeconds } from '../page/meta-date.ts';
import { readServerDay } from '../page/script-facts.ts';
import type { AccountPage } from './account-page.ts';
import type { ListSpan, SavedAccount, SavedPost } from './saved-page.ts';
import { scriptText, withoutEntities } from './script-value.ts';
import { wechatAccount } from './wechat-article.ts';

interface WechatList {
  posts: SavedPost[];
  list: ListSpan | null;
}

/** History page of an account (mp/profile_ext) or an album; null when the page is neither. */
export function readWechatList(page: AccountPage): WechatList | null {
  const account = wechatAccount(page);
  const pushed = readPushes(page, account);
  if (pushed !== null) return { posts: pushed, list: spanOf(page, account, pushed) };
  const album = readAlbum(page, account);
  return album.length > 0 ? { posts: album, list: null } : null;
}

type Fields = { [key: string]: Literal };
const fieldsOf = (value: Literal | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** `var msgList = '{"list":[…]}'`, quoted once or with entities. */
function readPushes(page: AccountPage, account: SavedAccount): SavedPost[] | null {
  const at = /\b(?:msgList|general_msg_list)["']?\s*[:=]\s*/.exec(page.scripts);
  if (!at) return null;
  const from = at.index + at[0].length;
  const quote = page.scripts[from];
  const raw = quote === "'" || quote === '"' ? quotedAt(page.scripts, from) : page.scripts.slice(from);
  const [list = []] = findArrays(withoutEntities(withoutEntities(raw)).replaceAll('\\/', '/'));
  return list.flatMap((entry) => {
    const { comm_msg_info: common, app_msg_ext_info: first } = fieldsOf(entry);
    const more = fieldsOf(first).multi_app_msg_item_list;
    return [first, ...(Array.isArray(more) ? more : [])].flatMap(
      (item) => postOf(fieldsOf(item), fieldsOf(common).datetime, account, ['content_url', 'link']) ?? [],
    );
  });
}

/** An album names its articles as list items with data attributes, or in a script. */
function readAlbum(page: AccountPage, account: SavedAccount): SavedPost[] {
  const listed = page.box.all('li').flatMap((box) => {
    const { 'data-title': title, 'data-link': link } = box.attributes;
    if (!title || !link) return [];
    const texts = page.layout.leaves.slice(box.from, box.to).map((leaf) => leaf.text);
    return (
      postOf(
        { title, url: link },
        texts.find((text) => /^\d{10}$/.test(text)),
        account,
        ['url'],
      ) ?? []
    );
  });
  if (listed.length > 0 || !/\barticleList\b/.test(page.scripts)) return listed;
  return findArrays(page.scripts.slice(page.scripts.search(/\barticleList\b/)))
    .slice(0, 1)
    .flatMap((items) => items.flatMap((item) => postOf(fieldsOf(item), fieldsOf(item).create_time, account, ['url', 'link']) ?? []));
}

function postOf(fields: Fields, when: Literal | undefined, account: SavedAccount, links: readonly string[]): SavedPost | null {
  const moment = atSeconds(Number(when));
  const title = typeof fields.title === 'string' ? withoutEntities(fields.title).trim() : '';
  if (moment === null || title === '') return null;
  const link = links.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
  const stat = Number(fields.copyright_stat);
  return {
    title,
    url: typeof link === 'string' ? withoutEntities(link).replaceAll('\\', '') : null,
    date: moment.date,
    time: moment.time,
    original: stat === 11 || stat === 1 ? true : stat === 100 || stat === 101 || stat === 0 ? false : null,
    account,
    digest: typeof fields.digest === 'string' && fields.digest !== '' ? withoutEntities(fields.digest) : null,
    sourceUrl: typeof fields.source_url === 'string' && fields.source_url !== '' ? fields.source_url : null,
  };
}

/** A history page lists every push from its newest down; complete up to the day its server wrote into it, if it did. */
function spanOf({ layout, scripts }: AccountPage, account: SavedAccount, posts: readonly SavedPost[]): ListSpan | null {
  const to = readServerDay(layout);
  const days = posts.map((post) => post.date).sort();
  const [oldest, newest] = [days[0], days.at(-1)];
  if (to === null || oldest === undefined || newest === undefined || daysBetween(newest, to) < 0) return null;
  // The list of the oldest day may go on behind the next page.
  return scriptText(scripts, ['can_msg_continue']) === '0' || days[0] !== newest ? { account, from: oldest, to } : null;
}

function quotedAt(text: string, from: number): string {
  const quote = text[from];
  let end = from + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  return text
    .slice(from + 1, end)
    .replace(/\\(["'])/g, '$1')
    .replaceAll('\\\\', '\\');
}
