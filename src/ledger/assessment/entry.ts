import type { CalendarDate } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import type { AssessmentItem } from './scheme.ts';

/** What an entry rests on; every kind names what is kept under its id. */
export type EntryBasis =
  /** 检查结果 of a channel in a closed period and the problems that stood then. */
  | { kind: 'period'; periodId: string; channelId: string; problems: readonly string[] }
  /** An act of the ledger. */
  | { kind: 'problem'; problemId: string; seq: number }
  | { kind: 'notice'; noticeId: string }
  /** A prompt to many units and how the unit stood. */
  | { kind: 'prompt'; promptId: string }
  /** What a person entered: where the proof is kept, in words, and who says so. */
  | { kind: 'hand'; handId: string; proof: string; by: string };

/** 计分 entry of a year (seeds E01): points as the scheme gives them, before caps. */
export interface ScoreEntry {
  id: string;
  itemId: string;
  unitId: string;
  /** The day it counts for; entries reach a cap in the order of their days. */
  day: CalendarDate;
  /** Below 0 takes away, above 0 adds. */
  points: number;
  reason: string;
  basis: EntryBasis;
}

/** Marks to two decimals; sums of such are exact in hundredths. */
export const cents = (points: number): number => Math.round(points * 100);
export const marks = (points: number): number => cents(points) / 100;

/** An entry of an item; `key` is what makes it the same entry whenever it is reckoned again. */
export function entryOf(
  item: Pick<AssessmentItem, 'id' | 'effect'>,
  key: readonly string[],
  { points, ...entry }: Omit<ScoreEntry, 'id' | 'itemId'>,
): ScoreEntry {
  const signed = item.effect === 'deduct' ? -points : points;
  return { id: stableId('score', item.id, ...key), itemId: item.id, ...entry, points: marks(signed) };
}
