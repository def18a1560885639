import type { PlaceMention } from './find-places.ts';

/** Where on a page the own area's name belongs, so that another's is a finding (地名栏位). */
export const PLACE_SLOTS = {
  title: '标题',
  publisher: '发布机构',
  basis: '依据',
  signature: '落款',
  address: '地址',
  self: '“我县”之处',
  catalogue: '目录或清单',
} as const;
export type PlaceSlot = keyof typeof PLACE_SLOTS;

/** A line of a page with the mentions in it and what stands around it. */
export interface SlotLine {
  text: string;
  mentions: readonly PlaceMention[];
  /** Lines before and after that are not empty, nearest first. */
  before: readonly string[];
  after: readonly string[];
  /** How many such lines follow to the end of the page. */
  toEnd: number;
}

const BASIS = /(?:依据|根据|按照|遵照|贯彻落实)/;
/** What one place rightly receives of another, so that a document resting on it names that place. */
const HANDED_OVER = /移送|移交|转办|转来|来函|函告|协查|判决|裁定|调解书|决定书|委托|法院|检察院|公安|仲裁|合同|协议|籍|户口|户籍|鉴定/;
const DOCUMENT = /^[^，,。；;]{0,24}?(?:目录|清单|文件|规定|办法|标准|方案|意见|通知|细则|规划|条例|规则|指南|制度)/;

/** 依据《章贡区…》, 依据为章贡区, 根据章贡区…办法. `参照` is free: one may learn from others. */
export function isBasis({ text }: SlotLine, { start, end }: PlaceMention): boolean {
  const clause = text.slice(lastOf(text, start, /[。；;！？!?]/g), start);
  const after = text.slice(end, end + 40);
  if (HANDED_OVER.test(`${clause.slice(-20)}${after.slice(0, 20)}`)) return false;
  const verb = lastOf(clause, clause.length, /依据|根据|按照|遵照|贯彻落实|参照|借鉴|学习/g);
  if (!BASIS.test(clause.slice(Math.max(0, verb - 4), verb))) return false;
  const between = clause.slice(verb);
  if (/《[^》]*$/.test(between)) return between.length <= 80;
  if (/^(?:文件|标准)?(?:为|是|[:：])$/.test(between)) return true;
  return between.length <= 4 && !/贯彻落实$/.test(clause.slice(0, verb)) && DOCUMENT.test(after);
}

/** Position after the last match of `mark` before `until`; 0 without one. */
function lastOf(text: string, until: number, mark: RegExp): number {
  let last = 0;
  for (const match of text.slice(0, until).matchAll(mark)) last = match.index + match[0].length;
  return last;
}

/** Labels of a page's own data. 责任单位 is none: a city's document names those of all its counties. */
const PUBLISHER =
  /^\s*(?:发布机构|发布单位|公开责任(?:部门|单位)|公开(?:机构|主体|部门)|责任部门|制作(?:机关|单位)|发文(?:机关|单位)|公文生成部门)\s*[:：]?\s*(?:中共)?$/;

export const isPublisher = ({ text, before }: SlotLine, { start }: PlaceMention): boolean =>
  PUBLISHER.test(text.slice(0, start)) || (text.slice(0, start).trim() === '' && PUBLISHER.test(before[0] ?? ''));

const ADDRESS =
  /(?:办公地[址点]|联系地址|单位地址|机关地址|受理地[址点]|办理地[址点]|通[讯信]地址|邮寄地址|邮政地址|收件地址)(?:[:：为]|是)?[^，,。；;]{0,16}$/;
/** Addresses of firms and agencies stand wherever they stand. */
const OTHERS_ADDRESS = /供应商|投标|中标|成交|采购|代理|承包|施工|监理|企业|公司|法院|仲裁|检察|律师|银行|复议|信访人|申请人|当事人/;

export function isAddress({ text, before }: SlotLine, { start }: PlaceMention): boolean {
  const left = text.slice(0, start);
  if (OTHERS_ADDRESS.test(`${before.slice(0, 3).join('\n')}\n${text}`)) return false;
  return ADDRESS.test(left) || (left.trim() === '' && ADDRESS.test(before[0] ?? ''));
}

const DAY = /^[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/;
const ORGAN = /^(?:[^，,。；;：:、]{0,16})(?:政府|委员会|县委|区委|市委|局|办|办公室|委|中心|站|所|院|馆|会|队|处|公司)$/;

/** A short line at the foot of the page, with the day under it. Courts and police sign notices that others post. */
export function isSignature({ text, after, toEnd }: SlotLine, { start, end }: PlaceMention): boolean {
  const rest = text.trim().slice(end - (text.length - text.trimStart().length));
  if (toEnd > 12 || text.trim().length > 32 || !/^(?:中共)?$/.test(text.slice(0, start).trim())) return false;
  return ORGAN.test(rest) && !HANDED_OVER.test(rest) && DAY.test((after[0] ?? '').trim());
}

/** 我县（章贡区）: the own-level word straight before another area's name of the same kind. */
export function isSelf({ text }: SlotLine, { start, name }: PlaceMention, ownLevel: string): boolean {
  const self = /(?:我|本|全)(县|区|市|州|旗)[（(“"]?$/.exec(text.slice(0, start))?.[1];
  return self !== undefined && self === ownLevel && /[县区市旗]$/.test(name.name);
}

/** A visit, a trade, a case, where somebody comes from: another place is named rightly. */
export const RIGHTLY_NAMED =
  /考察|调研|学习|交流|参观|取经|观摩|来访|到访|率队|一行|赴|前往|来到|走进|合作|协作|对口|帮扶|支援|结对|友好|签约|招商|推介|比赛|赛事|联赛|邀请赛|论坛|招聘|中标|成交|采购|招标|流标|磋商|拍卖|移送|移交|判决|裁定|法院|检察|籍|流动|旅游|高速|铁路|航线|公路|疫情|地震|洪|台风|转载|媒体|采访|督导|督查|巡视|巡察|检查组|援/;

/** A page that names its own area nowhere and other places so often was taken over whole: for a person, not a slip in our own words. */
export const TAKEN_OVER = 3;

/** Three places named beside each other are a list of places. */
export const LIST_OF_PLACES = 3;
