import type { CalendarDate } from '../core/date.ts';
import type { CheckResult, SubjectType } from './define.ts';

/** 检查记录: one check on one subject on one day under one sheet. Same evidence, same bytes. */
export interface Observation extends CheckResult {
  channelId: string;
  subjectType: SubjectType;
  subjectId: string;
  checkId: string;
  checkVersion: number;
  clause: string;
  sheet: string;
  day: CalendarDate;
}
