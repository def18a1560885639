import type { Approximate } from '../core/approximate.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { GuideField } from '../core/guide-field.ts';
import { stableId } from '../core/id.ts';

/** What offices state in sheets and exports beyond the register, and what each kind says. */
export interface OfficeRecordData {
  /** 政府信息公开平台 item (seeds D07). `sourceId`: its number on the platform. */
  'platform-item': { title: string; sourceId: string | null; indexNumber: string | null; column: string | null; url: string | null };
  /** 转载: an item to repost, and until when (seeds M17). */
  repost: { title: string; origin: string | null; publishedOn: CalendarDate; due: Instant };
  /** 互动: counts of an account in a period (seeds R12). */
  interaction: { period: string } & Partial<Record<InteractionMeasure, Approximate>>;
  /** 活动 an account should announce (seeds R16), and who led it (U10). */
  activity: { name: string; place: string | null; host?: ActivityHost };
  /** 政策文件: a document checked in a period and the forms of interpretation found for it (seeds I03). */
  'policy-document': { period: string; number: string | null; title: string; issued: CalendarDate | null; forms: readonly string[] };
  /** 来信办理: letters a platform received in a period; `overdue` null = nobody stated it. */
  handling: { period: string; platform: string; matter: string; received: number; overdue: number | null };
  /** 优质作品: one piece of good work and its form (seeds R13). */
  practice: { form: string; title: string | null; url: string | null };
  /** 指南登记信息: how to reach a unit; without a unit it is the hall (政务服务厅) that all units share (seeds D12, D13). */
  contact: { fields: Readonly<Partial<Record<GuideField, string>>> };
  /** 任职人员: who holds a post; `to` is the last day. */
  'post-holder': { name: string; post: string; from: CalendarDate | null; to: CalendarDate | null };
  /** 单位曾用名: a name that is wrong after `until`; `now` null = the unit is gone and nobody took its place. */
  'former-name': { name: string; until: CalendarDate; now: string | null };
  /** 第三方评估指标: one line of a year's self-check; the record's unit answers for it (seeds E04). `ownScore` null = not scored yet. */
  indicator: {
    year: number;
    number: string;
    group: string | null;
    title: string;
    points: number;
    ownScore: number | null;
    evidence: string | null;
    note: string | null;
  };
}
export type OfficeRecordKind = keyof OfficeRecordData;

/** Who led an activity: the leading body (领导小组办公室) and an official by post (县委常委、副县长); a name only where the office wants it kept. */
export interface ActivityHost {
  body: string | null;
  post: string | null;
  name: string | null;
}

/** 领导小组办公室；县委常委、副县长 张三; a copy for the public goes without the name (seeds U10). */
export function hostWords(host: ActivityHost | undefined, isPublic: boolean): string {
  if (!host) return '';
  const person = [host.post, isPublic ? null : host.name].filter(Boolean).join(' ');
  return [host.body, person].filter(Boolean).join('；');
}

export const OFFICE_RECORD_KINDS = [
  'platform-item',
  'repost',
  'interaction',
  'activity',
  'practice',
  'policy-document',
  'handling',
  'contact',
  'post-holder',
  'former-name',
  'indicator',
] as const satisfies readonly OfficeRecordKind[];

export const INTERACTION_MEASURES = { consultations: '咨询', leads: '线索', messages: '留言', replies: '回复' } as const;
export type InteractionMeasure = keyof typeof INTERACTION_MEASURES;

/** Kinds that make up the directory of units (单位名录), kept by hand as well as by import. */
export const DIRECTORY_KINDS = ['contact', 'post-holder', 'former-name'] as const satisfies readonly OfficeRecordKind[];
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

/** The day of a record that says none. */
export const UNDATED: CalendarDate = '1949-10-01';

/** Id of a statement: what makes it one is whose it is and its key, so that the same file twice changes nothing. */
export const officeRecordId = (areaId: string, kind: OfficeRecordKind, subjectId: string | null, key: readonly string[]): string =>
  stableId('record', areaId, kind, subjectId ?? '', ...key);
