import { chineseDate } from '../../core/date.ts';
import type { NoticeDocument } from '../model.ts';
import { mmToPt, SIZE, TYPE_AREA } from './geometry.ts';
import { measure } from './title-lines.ts';

/** 版记 as printed: the 抄送 line when there is one, the office, and the printing date. */
export interface RecordLines {
  cc: string | null;
  office: string;
  printed: string;
}

/** A date not yet given leaves its place: 　　年　月　日印发. */
export const BLANK_DATE = '　　年　月　日';

export function recordLines({ record }: NoticeDocument): RecordLines {
  return {
    cc: record.cc.length === 0 ? null : `${record.cc.join('，')}。`,
    office: record.office,
    printed: `${record.printedDate === null ? BLANK_DATE : chineseDate(record.printedDate)}印发`,
  };
}

export function signedDate({ signature }: NoticeDocument): string {
  return signature.date === null ? BLANK_DATE : chineseDate(signature.date);
}

/** Height of one line of the record, in points. */
export const RECORD_LINE_PT = 22;

/** Lines the 抄送 takes: one character free at each side, wrapping after the colon. */
export function ccLines(cc: readonly string[]): number {
  if (cc.length === 0) return 0;
  const perLine = Math.floor(mmToPt(TYPE_AREA.width) / SIZE.four) - 2 - 3;
  return Math.ceil(measure(`${cc.join('，')}。`) / perLine);
}
