import { atSeconds, type HiddenDate, readMoment } from '../page/meta-date.ts';
import type { AccountPage } from './account-page.ts';
import type { SavedAccount, SavedPost } from './saved-page.ts';
import { scriptNumber, scriptText } from './script-value.ts';
import { shownCount } from './shown-count.ts';

/** 10-digit moments by trust: `ct` is when it went out, the ori ones when it was first written. */
const SECONDS = [
  'ct',
  'create_time',
  'createTimestamp',
  'create_timestamp',
  'oriCreateTime',
  'ori_create_time',
  'publish_time',
  'send_time',
];
const MOMENTS = ['createTime', 'publish_time', 'create_time'];
/** 声明原创 by number: 1 and 11 are original, 2 reprinted with permission, 0, 100 and 101 without a statement. */
const ORIGINAL: Readonly<Record<number, boolean>> = { 0: false, 1: true, 2: false, 11: true, 100: false, 101: false };

/** Account of a WeChat page, as scripts, links and the visible card give it. */
export function wechatAccount({ scripts, box, url }: AccountPage): SavedAccount {
  const biz = scriptText(scripts, ['biz', '__biz', 'appuin', 'bizuin']) ?? bizOf(url) ?? bizOf(scriptText(scripts, ['msg_link', 'link']));
  const gh = scriptText(scripts, ['user_name', 'ori_user_name']);
  const handle = box.labelled('微信号');
  return {
    platform: 'wechat',
    name:
      scriptText(scripts, ['nickname', 'nick_name']) ??
      box.byId('js_name') ??
      box.byId('nickname') ??
      box.byClass('profile_nickname') ??
      box.byId('post-user') ??
      box.byClass('account_nickname_inner'),
    keys: [
      ...(biz !== null && /^[\w+/]{6,40}={0,2}$/.test(biz) ? [`biz:${biz}`] : []),
      ...(gh !== null && /^gh_\w{6,40}$/.test(gh) ? [`gh:${gh}`] : []),
      ...(handle !== null && /^[\w-]{2,40}$/.test(handle) ? [`wechat:${handle}`] : []),
    ],
    verified: box.labelled('认证主体') ?? box.labelled('帐号主体') ?? box.labelled('账号主体'),
  };
}

/** `__biz` of an address; null when it has none. */
export const bizOf = (url: string | null): string | null => {
  const raw = url === null ? undefined : /[?&]__biz=([^&#\s]+)/.exec(url)?.[1];
  return raw === undefined ? null : raw.replace(/%3D/gi, '=').replace(/%2B/gi, '+').replace(/%2F/gi, '/');
};

/** An article page (mp.weixin.qq.com/s) of any of the platform's generations; null when it is none, or its day cannot be told. */
export function readWechatArticle(page: AccountPage): SavedPost | null {
  const { scripts, box, head } = page;
  const title =
    scriptText(scripts, ['msg_title']) ??
    head.named.get('og:title') ??
    box.byId('activity-name') ??
    box.byClass('rich_media_title') ??
    scriptText(scripts, ['title']);
  const moment = wechatMoment(page);
  if (!title || moment === null) return null;
  const reads = wechatReads(page);
  return {
    title,
    url: scriptText(scripts, ['msg_link']) ?? head.named.get('og:url') ?? page.url ?? scriptText(scripts, ['link']),
    date: moment.date,
    time: moment.time,
    original: originalOf(page),
    ...(reads === null ? {} : { reads }),
    ...likesOf(page, reads !== null),
    account: wechatAccount(page),
    digest: scriptText(scripts, ['msg_desc']) ?? (head.named.get('og:description') || null),
    sourceUrl: scriptText(scripts, ['msg_source_url', 'source_url']),
  };
}

/** Whether a page carries an article, in whatever state its scripts were saved. */
export const holdsArticle = ({ scripts, box }: AccountPage): boolean =>
  box.has('js_content') || box.has('img-content') || /\bmsg_title\s*=|cgiDataNew\s*=|picture_page_info_list\s*=/.test(scripts);

function wechatMoment({ scripts, box }: AccountPage): HiddenDate | null {
  for (const name of SECONDS) {
    const seconds = scriptNumber(scripts, [name]);
    const read = seconds === null ? null : atSeconds(seconds > 9_999_999_999 ? seconds / 1000 : seconds);
    if (read) return read;
  }
  const shown = [scriptText(scripts, MOMENTS), box.byId('publish_time'), box.byId('post-date')];
  for (const text of shown) {
    const read = text === null ? null : readMoment(text);
    if (read) return read;
  }
  return null;
}

function originalOf({ scripts, box }: AccountPage): boolean | null {
  if (box.byId('copyright_logo')?.includes('原创') || box.byClass('meta_original_tag')?.includes('原创')) return true;
  const stat = scriptNumber(scripts, ['_copyright_stat', 'copyright_stat']);
  return stat === null ? null : (ORIGINAL[stat] ?? null);
}

/** A page being read has at least one read: 0 and empty mean that the figure was not loaded. */
function wechatReads({ scripts, box }: AccountPage) {
  const number = scriptNumber(scripts, ['read_num_new']) || scriptNumber(scripts, ['read_num']);
  const shown = ['readNum3', 'sg_readNum3', 'js_btm_temp_read_num', 'readNum'].map((id) => box.byId(id)).find((text) => text);
  return shownCount(shown ?? (number ? String(number) : null)) ?? null;
}

function likesOf({ scripts, box }: AccountPage, loaded: boolean): Pick<SavedPost, 'likes'> {
  const number = scriptNumber(scripts, ['old_like_count', 'like_num', 'old_like_num']);
  const shown = ['likeNum_old', 'likeNum3', 'sg_likeNum3', 'likeNum'].map((id) => box.byId(id)).find((text) => text);
  const likes = shownCount(shown ?? (number ? String(number) : null));
  if (likes !== null) return { likes };
  return loaded && number === 0 ? { likes: { value: 0, atLeast: false } } : {};
}
