import { groupBy } from '../../../notice/group-by.ts';
import { COLUMN_CLASS_NAMES, columnName } from '../../../subjects/column.ts';
import type { DatedColumn } from './freshness-state.ts';

/** What the columns of the picture are: classes of the indicators, or names that several units share. */
export type FreshnessBy = 'class' | 'name';
/** Names kept by fewer units stand together, so that the picture stays one that can be read. */
const UNITS_SHARING = 2;
const NAMES_SHOWN = 40;
export const OTHER_NAMES = '其余栏目';

/** The kind each column is put under. */
export function kindsOf(columns: readonly DatedColumn[], by: FreshnessBy): (column: DatedColumn) => string {
  return by === 'class' ? ({ class: code }) => code : namesOf(columns);
}

export const kindLabel = (kind: string, by: FreshnessBy): string =>
  by === 'class' ? COLUMN_CLASS_NAMES[kind as keyof typeof COLUMN_CLASS_NAMES] : kind;

/** The own name, where several units keep a column of that name, the most shared first. */
function namesOf(columns: readonly DatedColumn[]): (column: DatedColumn) => string {
  const sharing = groupBy(columns, ({ path }) => columnName(path));
  const shared = [...sharing]
    .map(([name, members]) => ({ name, units: new Set(members.map(({ unitId }) => unitId)).size }))
    .filter(({ units }) => units >= UNITS_SHARING)
    .toSorted((a, b) => b.units - a.units)
    .slice(0, NAMES_SHOWN);
  const names = new Set(shared.map(({ name }) => name));
  return ({ path }) => (names.has(columnName(path)) ? columnName(path) : OTHER_NAMES);
}
