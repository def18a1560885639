import type { PeriodKind } from '../../../core/period.ts';
import type { App } from '../../open.ts';
import type { Range } from '../range.ts';
import { viewTrends } from './trends.ts';

/** 走势 of several areas: the periods of each, by its own cut-offs. Without a kind asked for, that which most of them reckon. */
export async function viewTrendsByArea(app: App, { seen }: Range, asked: PeriodKind | undefined) {
  const of = (kind: PeriodKind) => Promise.all(seen.map(({ id, scope }) => viewTrends(app, id, scope, kind)));
  const months = await of(asked ?? 'month');
  const kinds = (['month', 'quarter'] as const).filter((kind) => months.some((trend) => trend.kinds.includes(kind)));
  const kind = asked ?? (kinds.includes('month') ? 'month' : (kinds[0] ?? 'month'));
  const trends = kind === (asked ?? 'month') ? months : await of(kind);
  return { kind, kinds, rows: [], areas: seen.map(({ id, name }, i) => ({ id, name, rows: trends[i]?.rows ?? [] })) };
}
