import type { CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactsByKind } from '../define.ts';
import { readColumn } from './column-reading.ts';
import { confirmation, within } from './looks.ts';
import type { Unknown } from './result.ts';

export type EmptinessAnswer =
  | { state: 'items'; count: number }
  | { state: 'empty'; looks: readonly Fact[] }
  | { state: 'unknown'; unknown: Unknown; looks: number };

/** Whether a column is empty (空白栏目): seen so at several looks apart, and never seen with an item. */
export function emptiness(
  facts: FactsByKind,
  at: CalendarDate,
  options: { lookWithinDays: number; looks: number; hoursApart: number },
): EmptinessAnswer {
  const reading = readColumn(facts, at, options.lookWithinDays);
  if (reading.state === 'unknown') return { ...reading, looks: 0 };
  if (reading.state === 'items') return { state: 'items', count: reading.fact.data.items.length };
  const looks = within(facts['column-list'], at, options.lookWithinDays).filter(
    ({ data }) => data.outcome === 'ok' && data.state === 'empty',
  );
  if (reading.had) return { state: 'unknown', unknown: { verdict: 'cannot-tell', reason: 'list-came-back-empty' }, looks: looks.length };
  if (confirmation(looks, options)) return { state: 'empty', looks };
  return { state: 'unknown', unknown: { verdict: 'cannot-tell', reason: 'too-few-looks' }, looks: looks.length };
}
