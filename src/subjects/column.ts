import type { CalendarDate } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import type { Limit } from '../core/limit.ts';

/** 栏目类别 of the indicators (国办秘函〔2019〕19号). */
export const COLUMN_CLASSES = [
  'news',
  'notices',
  'policy',
  'interpretation',
  'finance',
  'leaders',
  'consultation',
  'guide',
  'messages',
  'other',
] as const;
export type ColumnClass = (typeof COLUMN_CLASSES)[number];
export const COLUMN_CLASS_NAMES: Record<ColumnClass, string> = {
  news: '动态要闻',
  notices: '通知公告',
  policy: '政策文件',
  interpretation: '政策解读',
  finance: '财政资金',
  leaders: '政府领导',
  consultation: '调查征集',
  guide: '公开指南',
  messages: '互动留言',
  other: '其他',
};

/** 栏目: node of a site's column tree. */
export interface Column {
  id: string;
  siteId: string;
  /** Unit responsible for keeping it up to date. */
  unitId: string;
  parentId: string | null;
  /** From the top: ['本级政策解读', '负责人解读']. */
  path: readonly string[];
  /** Address of its list page; null for a node that only groups others. */
  url: string | null;
  class: ColumnClass;
  /** 更新时限; null = no limit is kept for it. */
  limit: Limit | null;
  /** 1 = 一级栏目. */
  level: number;
  /** Items wanted in a year; fewer = 内容偏少 (seeds M23); null = no minimum. */
  minimumPerYear: number | null;
  activeFrom: CalendarDate | null;
  activeTo: CalendarDate | null;
}

export const columnId = (siteId: string, path: readonly string[]): string => stableId('column', siteId, ...path);

/** 本级政策解读—负责人解读, the form notices print. */
export const columnName = (path: readonly string[]): string => path.join('—');
