import type { CalendarDate } from '../core/date.ts';

/**
 * What the disclosure work of a period adds to a snapshot. Every list may be empty: a topic without data is left out of the
 * notice. Names and titles are printed as they stand here.
 */
export interface DisclosurePart {
  publishing: PublishingPart | null;
  handling: readonly HandlingRow[];
  interpretations: readonly InterpretationRow[];
  activities: readonly ActivityRow[];
  goodWork: readonly GoodWorkRow[];
  /** Units to be named for late or passive disclosure; absent in snapshots frozen before there was such a list. */
  faults?: readonly DisclosureFaultRow[];
}

/** 信息发布统计: tasks, running totals and items of the period by unit (seeds D02-D04). */
export interface PublishingPart {
  groups: readonly PublishingGroup[];
}

export interface PublishingGroup {
  name: string;
  /** Highest completion first; units without a task or a figure at the end. */
  rows: readonly PublishingRow[];
  /** 末N位, worst first; empty where the group is not ranked from below. */
  last: readonly string[];
  /** Units that share the last place with one that is named. */
  tied: readonly string[];
}

export interface PublishingRow {
  unit: string;
  annualTask: number | null;
  publishedTotal: number | null;
  publishedInPeriod: number | null;
}

/** 依申请公开、网络问政 …: letters a platform received in the period and how many were answered late. */
export interface HandlingRow {
  platform: string;
  /** 依申请公开信件, 群众信件. */
  matter: string;
  received: number | null;
  /** null: nobody stated it, which is not 0. */
  overdue: number | null;
}

/** A document whose interpretation is judged (一政策一解读, seeds I03). */
export interface InterpretationRow {
  id: string;
  number: string | null;
  title: string;
  drafter: string;
  issuedOn: CalendarDate | null;
  /** Forms it must have at least. */
  required: number;
  /** Forms that count, in printing order (问答、访谈、图解、音频、H5). */
  accepted: readonly string[];
  /** Forms found. */
  present: readonly string[];
}

/** Kinds of activity as the report calls them. */
export const ACTIVITY_KINDS = {
  training: '业务培训',
  study_visit: '学习考察',
  open_day: '政府开放日活动',
  online_interview: '在线访谈',
  hotline_day: '热线接听日活动',
  topic_submission: '选题报送',
  prompt: '工作提示',
  building: '专栏建设',
  other: '活动',
} as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Topics of 基本情况 an activity may belong to; one without a topic is 工作动态. */
export const ACTIVITY_TOPICS = ['training', 'model', 'venue', 'catalogue', 'interpretation'] as const;
export type ActivityTopic = (typeof ACTIVITY_TOPICS)[number];

export interface ActivityRow {
  id: string;
  kind: ActivityKind;
  topic: ActivityTopic | null;
  /** null: the day is not known, only that it was in the period. */
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** Who called it; null when the units did by themselves. */
  host: string | null;
  units: readonly string[];
  /** A whole group named instead of its members: 16 of 乡（镇）. */
  group: { name: string; units: number } | null;
  /** Title or matter in words, null when the kind says all. */
  matter: string | null;
  people: number | null;
  /** Until when what was asked for was to be done. */
  due: CalendarDate | null;
  /** Units quick to do it, and those that were late. */
  quick: readonly string[];
  slow: readonly string[];
}

/** Good work worth naming: who, in which forms or by which steps. */
export interface GoodWorkRow {
  topic: 'site' | 'account' | 'interpretation' | 'model';
  /** Units, or accounts by name. */
  names: readonly string[];
  /** 微信公众号 behind the names of accounts; null for units. */
  kindName: string | null;
  /** 图解、直播; 信息查询区. */
  items: readonly string[];
}

/** 公开不及时, 公开不主动: what a unit is named for beside the problems of its channels (seeds N04). */
export const DISCLOSURE_FAULTS = { late: '信息公开不及时', passive: '信息公开不主动' } as const;
export type DisclosureFault = keyof typeof DISCLOSURE_FAULTS;

/** A unit an office marked to be named; `reason` is printed as the office wrote it. */
export interface DisclosureFaultRow {
  /** Id of the mark. */
  id: string;
  unit: string;
  fault: DisclosureFault;
  reason: string;
  markedOn: CalendarDate;
}
