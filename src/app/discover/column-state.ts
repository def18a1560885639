import type { PageReading } from '../../extract/read-page.ts';
import type { ColumnState } from './discovery.ts';

/** Kinds of page that settle it by themselves; several lists side by side are the front of a section. */
const STATES: Partial<Record<PageReading['kind'], ColumnState>> = { article: 'single', guide: 'single', home: 'section' };

/** What the page of a column is to somebody who keeps watch over it. */
export function columnState({ kind, list, listState }: PageReading): ColumnState {
  if (kind === 'column-list' && listState === 'items') return 'list';
  if (listState === 'empty' || listState === 'script-built') return listState;
  return STATES[kind] ?? (list.length > 0 ? 'section' : 'unreadable');
}
