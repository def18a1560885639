import { useListAddress } from '../../app/use-address.ts';

/** What the address of the ledger holds besides area, range and period. `in`: the area of the problem that is open, where it is another. */
export type LedgerKey =
  | 'area'
  | 'status'
  | 'category'
  | 'unit'
  | 'kind'
  | 'channel'
  | 'q'
  | 'overdue'
  | 'soon'
  | 'stock'
  | 'due'
  | 'move'
  | 'from'
  | 'to'
  | 'recurred'
  | 'notice'
  | 'sort'
  | 'order'
  | 'page'
  | 'size'
  | 'problem'
  | 'in';
const FILTERS: readonly LedgerKey[] = [
  'area',
  'status',
  'category',
  'unit',
  'kind',
  'channel',
  'q',
  'overdue',
  'soon',
  'stock',
  'due',
  'move',
  'from',
  'to',
  'recurred',
  'notice',
];

/** Filters as the address has them, and how to change them; opening a problem leaves the list where it is. */
export const useLedgerAddress = () => useListAddress(FILTERS, { beside: ['problem'] });

export const valuesOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : []);
export const asText = (values: readonly string[]): string | undefined => (values.length > 0 ? values.join(',') : undefined);
