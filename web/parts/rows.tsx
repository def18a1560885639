import { RowCards } from './row-cards.tsx';
import { RowTable } from './row-table.tsx';
import type { RowsProps } from './rows-props.ts';
import { useNarrow } from './use-narrow.ts';
import './rows.css';

export type { Chosen, Column, Order } from './rows-props.ts';

/** A list of alike rows: a table where there is room, cards on a telephone. */
export function Rows<R>(props: RowsProps<R>) {
  return useNarrow() ? <RowCards {...props} /> : <RowTable {...props} />;
}
