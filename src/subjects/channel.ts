import type { CalendarDate } from '../core/date.ts';
import { stableId } from '../core/id.ts';

/** 网站类别. */
export const SITE_KINDS = ['portal', 'department_site', 'disclosure_site', 'institution_site'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];
export const SITE_KIND_NAMES: Record<SiteKind, string> = {
  portal: '政府门户网站',
  department_site: '部门网站',
  disclosure_site: '信息公开网站',
  institution_site: '事业单位网站',
};

/** 政务新媒体平台. */
export const PLATFORMS = ['wechat', 'weibo', 'douyin', 'wechat_channels', 'peoples_daily', 'toutiao', 'kuaishou', 'app', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];
export const PLATFORM_NAMES: Record<Platform, string> = {
  wechat: '微信',
  weibo: '微博',
  douyin: '抖音',
  wechat_channels: '视频号',
  peoples_daily: '人民号',
  toutiao: '头条号',
  kuaishou: '快手',
  app: 'APP',
  other: '其他',
};

/** 运行状态 with the day it began; the state on any day is the last one begun on or before it. */
export const CHANNEL_STATES = ['requested', 'in_operation', 'suspended', 'closing', 'closed', 'cancelled'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];
export const CHANNEL_STATE_NAMES: Record<ChannelState, string> = {
  requested: '待备案',
  in_operation: '正常运行',
  suspended: '临时停运',
  closing: '拟关停',
  closed: '已关停',
  cancelled: '已注销',
};
export interface StateSpell {
  state: ChannelState;
  from: CalendarDate;
}

/** 备案状态 of an account. */
export const FILING_STATES = ['filed', 'unfiled', 'unknown'] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** 网站. Its columns are registered apart. */
export interface Site {
  type: 'site';
  id: string;
  areaId: string;
  unitId: string;
  kind: SiteKind;
  name: string;
  /** Home page address. */
  url: string;
  states: readonly StateSpell[];
}

/** How posts of an account are obtained. `manual` = sheet or hand entry only; `saved` = pages that somebody saved. */
export const ACCOUNT_ADAPTERS = ['feed', 'sheet', 'manual', 'saved'] as const;
export type AccountAdapterKind = (typeof ACCOUNT_ADAPTERS)[number];

/** 政务新媒体账号 or APP. */
export interface Account {
  type: 'account';
  id: string;
  areaId: string;
  /** 主办单位. */
  unitId: string;
  /** 主管单位. */
  supervisingUnitId: string | null;
  platform: Platform;
  name: string;
  /** 级别 as printed: 县级部门, 乡镇. */
  level: string | null;
  filing: FilingState;
  filedOn: CalendarDate | null;
  filingNumber: string | null;
  states: readonly StateSpell[];
  adapter: AccountAdapterKind;
  feedUrl: string | null;
}

export type Channel = Site | Account;

export const siteId = (areaId: string, kind: SiteKind, unitName: string, url: string): string =>
  stableId('site', areaId, kind, unitName, url);
export const accountId = (areaId: string, platform: Platform, name: string, unitName: string): string =>
  stableId('account', areaId, platform, name, unitName);

/** State on a day; null before the first spell (not yet known to us). */
export function stateOn(states: readonly StateSpell[], day: CalendarDate): ChannelState | null {
  let current: StateSpell | null = null;
  for (const spell of states) if (spell.from <= day && (current === null || spell.from >= current.from)) current = spell;
  return current?.state ?? null;
}

/** In the base of a pass rate (合格率的基数): in operation on the day and, for accounts, not known to be unfiled (seeds R04, R06). */
export function inBaseOn(channel: Channel, day: CalendarDate): boolean {
  return stateOn(channel.states, day) === 'in_operation' && (channel.type === 'site' || channel.filing !== 'unfiled');
}
