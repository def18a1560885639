import type { Category } from '../../../core/category.ts';
import { type CalendarDate, makeDate } from '../../../core/date.ts';
import type { Limit } from '../../../core/limit.ts';
import { columnPath } from '../words/column-path.ts';
import { fold } from '../words/fold.ts';
import { limitOf } from '../words/limit-words.ts';

/** What words of a problem tell its category, the most telling first; `of` = only of accounts, or only of sites. */
const RULES: readonly (readonly [RegExp, Category, ('account' | 'site')?])[] = [
  [/(上[月季期次]|历史|此前).{0,12}(整改不彻底|整改不到位|部分整改)/, 'carry_over_partly_rectified'],
  [/(上[月季期次]|历史|此前).{0,16}(未(进行|按要求)?整改|没有整改|未得到.{0,2}整改)/, 'carry_over_not_rectified'],
  [/僵尸/, 'account_zombie'],
  [/(同一|同个)平台.{0,6}(多个|[2-9两三四]个)|重复开设/, 'account_duplicate'],
  [/未(及时|按.{0,6})?(进行|办理)?.{0,8}备案|未经备案|私自开设|擅自开设/, 'account_unfiled'],
  [/未(及时|按.{0,8})?.{0,6}注销/, 'account_not_cancelled'],
  [/即将(超|到期|逾期|过期)|临期/, 'column_due_soon', 'site'],
  [/导航.{0,6}(链接|栏目|菜单)|菜单.{0,8}(空白|错误|打不开)/, 'account_navigation', 'account'],
  [/原创.{0,6}(低|少|不足)|发布(数?量|频率|频次).{0,4}(较|偏|过)?[少低]/, 'account_low_output', 'account'],
  [/(图片|照片|图标).{0,8}(不能|无法|未能|没有|不)(正常)?显示|图片缺失/, 'image_missing'],
  [
    /不可用链接|死链|断链|错链|失效链接|链接.{0,10}(打不开|无法(打开|访问|正常打开)|不可用|失效|错误|不能(打开|访问|正常打开))/,
    'broken_link',
  ],
  [/暗链|外链.{0,6}(非法|不良|赌博|色情)/, 'hidden_link'],
  [/泄露.{0,6}(隐私|个人信息)|(身份证|手机|银行卡)号?码?.{0,10}(泄露|公开|未脱敏|未作处理)/, 'privacy_leak'],
  [/严重(表述|政治)?(性)?错误|严重表述|政治性错误/, 'serious_misstatement'],
  [/逻辑(性)?错误/, 'logic_error'],
  [/错别字|错字|别字|(文字|表述|名称)(表述)?错误|错误表述|写成|误写/, 'text_error'],
  [/指南.{0,12}(错误|有误|未更新|不准确|不规范)/, 'guide_error'],
  [/缺.{0,24}(形式|种).{0,8}解读|解读形式.{0,6}(单一|不足|少)/, 'interpretation_forms_short'],
  [/(未|没有)(及时|同步)?(完成|发布|进行|开展)?.{0,10}解读/, 'interpretation_missing'],
  [/空白栏目|(栏目|专栏|专题|页面).{0,8}(空白|为空|无内容|没有内容|无信息)/, 'column_empty'],
  [/(栏目|专栏|专题).{0,20}(内容|信息|更新).{0,6}(少|不全|偏少|不足)/, 'column_sparse', 'site'],
  [/与.{0,6}(网站|栏目|职能).{0,4}内容(不符|无关)|无关信息/, 'off_topic_content'],
  [/(网站|首页|域名|平台).{0,6}(无法|不能)(正常)?(访问|打开)|(网站|首页)打不开/, 'site_unreachable', 'site'],
  [/首页.{0,10}(未更新|超期|逾期)/, 'home_stale', 'site'],
  [/网站标识|党政机关.{0,2}标识|(备案号|标识码|主办单位|联系方式).{0,6}(缺失|未标|没有|不全)/, 'site_mark_missing', 'site'],
  [/工单.{0,8}(延期|超期|逾期)|(延期|超期|逾期)办结/, 'ticket_overdue'],
  [/满意度.{0,6}(不高|低|偏低)|不满意/, 'ticket_low_satisfaction'],
  [/办事指南.{0,16}(缺失|不全|不准|不规范|有误)|申报材料缺失/, 'service_guide_incomplete'],
  [/标识标牌|专区.{0,6}标识/, 'venue_sign_missing'],
  [/未(提供|放置|摆放).{0,24}(资料|材料|公报|手册|申请表)/, 'venue_material_missing'],
  [/应公开(而)?未公开|未(及时|按要求)?公开/, 'not_disclosed'],
  [/一周(内)?未更新|每周.{0,6}(少于|不足)/, 'account_weekly_minimum', 'account'],
  [/未更新|未及时更新|更新不及时|超期|逾期|长期不更新|停更|未发布/, 'account_stale', 'account'],
  [/未更新|未及时更新|更新不及时|超期|逾期|长期不更新/, 'column_overdue', 'site'],
  [/原创.{0,6}(低|少|不足)|发布(数?量|频率).{0,4}(较|偏|过)?[少低]/, 'low_volume'],
];

/** Category that the words of a problem tell; null when they tell none. */
export function categoryOf(text: string, ofAccount: boolean): Category | null {
  const bare = fold(text).replace(/ /g, '');
  const account = ofAccount || /公众号|微信|微博|抖音|视频号|新媒体|账号/.test(bare);
  return RULES.find(([words, , of]) => (of === undefined || (of === 'account') === account) && words.test(bare))?.[1] ?? null;
}

/**
 * The problems in one cell: parted by lines and semicolons, and by commas only where each part says a problem of its own
 * (超过两周未更新，最新更新时间为2月11日 is one).
 */
export function splitProblems(text: string, ofAccount: boolean): string[] {
  const parts = text
    .split(/[\n\r；;。]+/)
    .map((part) => part.replace(/^\s*(?:\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[●•·■-])\s*/, '').trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    // Pieces at even places, what stood between them at odd ones: what is put together again keeps its own signs.
    const pieces = part.split(/([，,、])(?![^“]*”)/);
    const problems: string[] = [];
    for (let i = 0; i < pieces.length; i += 2) {
      const piece = pieces[i] as string;
      const before = problems.at(-1);
      const own = categoryOf(piece, ofAccount) !== null;
      const ownBefore = before !== undefined && categoryOf(before, ofAccount) !== null;
      if (before === undefined || (own && ownBefore)) problems.push(piece.trim());
      else problems[problems.length - 1] = `${before}${pieces[i - 1]}${piece.trim()}`;
    }
    return problems;
  });
}

const QUOTED = /[“"「『]([^”"」』]{2,40})[”"」』]/g;

/** The columns a problem names in quotation marks, each a problem of its own; none where it is no problem of columns. */
export function quotedPaths(text: string, category: Category): (readonly string[])[] {
  if (!/^(column|broken_link|image)/.test(category)) return [];
  const quoted = [...text.matchAll(QUOTED)].map((match) => match[1] as string);
  const bare = /^(?:本部门|本单位|本级)?([^，。“”]{2,24}?)(?:专栏|专题|栏目)/.exec(text)?.[1];
  const names = quoted.length > 0 ? quoted : bare === undefined ? [] : [bare];
  return names.flatMap((name) => {
    const path = columnPath(name);
    return path === null ? [] : [path];
  });
}

export interface StatedTimes {
  foundOn: CalendarDate | undefined;
  lastUpdate: CalendarDate | undefined;
  limit: Limit | undefined;
}

const DAY = '(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日';
const FOUND = new RegExp(`^${DAY}[^，,。]{0,6}(?:监测|检查|巡查|发现|通报)`);
const NEWEST = new RegExp(`(?:最新|最后|最近|上次)(?:一?[条次])?(?:更新|发布|信息)?(?:时间|日期)?(?:为|是|：|:|停留在|于)?${DAY}`);
const OVER = /(?:超过|逾|已|超)?(半年|[\d一二两三四六]{1,3}个?(?:天|日|周|星期|个?月|季度|年))(?:以上|多)?(?:未|没有|没)/;

/** Days and limit that the words of a problem state. A day without its year is the latest one not after `until`. */
export function readTimes(text: string, until: CalendarDate): StatedTimes {
  const bare = fold(text).replace(/ /g, '');
  const foundOn = dayOf(FOUND.exec(bare), until);
  const limit = limitOf(OVER.exec(bare)?.[1] ?? '');
  return { foundOn, lastUpdate: dayOf(NEWEST.exec(bare), foundOn ?? until), limit: limit ?? undefined };
}

function dayOf(match: RegExpExecArray | null, until: CalendarDate): CalendarDate | undefined {
  if (!match) return undefined;
  const [month, day] = [Number(match[2]), Number(match[3])];
  if (match[1] !== undefined) return makeDate(Number(match[1]), month, day) ?? undefined;
  const year = Number(until.slice(0, 4));
  const same = makeDate(year, month, day);
  return (same !== null && same <= until ? same : makeDate(year - 1, month, day)) ?? undefined;
}
