import { percentText } from '../core/decimal.ts';
import type { Volume } from './volume.ts';

/**
 * 完成比例: total since 1 January over the yearly task, in percent with two decimals, half up (seeds D02).
 * null without a task or without a figure.
 */
export function completionText({ publishedTotal, annualTask }: Pick<Volume, 'publishedTotal' | 'annualTask'>, decimals = 2): string | null {
  return publishedTotal === null || annualTask === null ? null : percentText(publishedTotal, annualTask, decimals);
}
