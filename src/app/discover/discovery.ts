import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Limit } from '../../core/limit.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { ColumnSource } from '../../extract/columns/read-columns.ts';
import type { SiteKind } from '../../subjects/channel.ts';
import type { ColumnClass } from '../../subjects/column.ts';

/** What a column turned out to be when its page was opened. */
export const COLUMN_STATES = ['list', 'empty', 'single', 'section', 'script-built', 'unreadable', 'not-opened', 'not-looked'] as const;
export type ColumnState = (typeof COLUMN_STATES)[number];
export const COLUMN_STATE_NAMES: Record<ColumnState, string> = {
  list: '列表',
  empty: '列表为空',
  single: '单篇页面',
  section: '栏目首页',
  'script-built': '由脚本生成，未能读出',
  unreadable: '未能读出列表',
  'not-opened': '没有打开',
  'not-looked': '没有查看',
};

/** One proposed column with what was seen of it. */
export interface DiscoveredColumn {
  path: string[];
  url: string;
  class: ColumnClass;
  /** Null where no source states one; the office decides. */
  limit: Limit | null;
  /** Where the limit comes from, in words; null without a limit. */
  basis: string | null;
  state: ColumnState;
  /** Of the look; null when it was not looked at. */
  outcome: Outcome | null;
  /** Entries on its first page, 0 unless it is a list. */
  items: number;
  newestDate: CalendarDate | null;
  sources: ColumnSource[];
}

/** What `mingcha discover` found. */
export interface Discovery {
  home: string;
  at: Instant;
  /** As the site names itself and its organiser; null when it does not say. */
  siteName: string | null;
  organiser: string | null;
  siteKind: SiteKind;
  siteMap: string | null;
  columns: DiscoveredColumn[];
  /** Pages opened. */
  pages: number;
  /** Columns were left unopened because `maxPages` was reached, or the look was stopped. */
  limited: boolean;
}
