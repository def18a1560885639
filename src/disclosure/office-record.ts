import type { Approximate } from '../core/approximate.ts';
import type { CalendarDate, Instant } from '../core/date.ts';

/** What offices state in sheets and exports beyond the register, and what each kind says. */
export interface OfficeRecordData {
  /** 政府信息公开平台 item (seeds D07). `sourceId`: its number on the platform. */
  'platform-item': { title: string; sourceId: string | null; indexNumber: string | null; column: string | null; url: string | null };
  /** 转载: an item to repost, and until when (seeds M17). */
  repost: { title: string; origin: string | null; publishedOn: CalendarDate; due: Instant };
  /** 互动: counts of an account in a period (seeds R12). */
  interaction: { period: string } & Partial<Record<InteractionMeasure, Approximate>>;
  /** 活动 an account should announce (seeds R16). */
  activity: { name: string; place: string | null };
  /** 政策文件: a document checked in a period and the forms of interpretation found for it (seeds I03). */
  'policy-document': { period: string; number: string | null; title: string; issued: CalendarDate | null; forms: readonly string[] };
  /** 来信办理: letters a platform received in a period; `overdue` null = nobody stated it. */
  handling: { period: string; platform: string; matter: string; received: number; overdue: number | null };
  /** 优质作品: one piece of good work and its form (seeds R13). */
  practice: { form: string; title: string | null; url: string | null };
}
export type OfficeRecordKind = keyof OfficeRecordData;

export const OFFICE_RECORD_KINDS = [
  'platform-item',
  'repost',
  'interaction',
  'activity',
  'practice',
  'policy-document',
  'handling',
] as const satisfies readonly OfficeRecordKind[];

export const INTERACTION_MEASURES = { consultations: '咨询', leads: '线索', messages: '留言', replies: '回复' } as const;
export type InteractionMeasure = keyof typeof INTERACTION_MEASURES;
