import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

/** What the address of the ledger holds besides area and period. */
export type LedgerKey =
  | 'status'
  | 'category'
  | 'unit'
  | 'kind'
  | 'channel'
  | 'q'
  | 'overdue'
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
  | 'problem';
const FILTERS: readonly LedgerKey[] = [
  'status',
  'category',
  'unit',
  'kind',
  'channel',
  'q',
  'overdue',
  'stock',
  'due',
  'move',
  'from',
  'to',
  'recurred',
  'notice',
];

/** Filters as the address has them, and how to change them; another filter leads back to the first page of the list. */
export function useLedgerAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<LedgerKey, string | undefined>>, replace = false) =>
    navigate({
      to: '.',
      search: (before: Search) => ({ ...before, ...('page' in values || 'problem' in values ? {} : { page: undefined }), ...values }),
      replace,
      resetScroll: false,
    });
  const clear = () => change(Object.fromEntries(FILTERS.map((key) => [key, undefined])));
  return { search, change, clear, filtered: FILTERS.some((key) => search[key]) };
}

export const valuesOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : []);
export const asText = (values: readonly string[]): string | undefined => (values.length > 0 ? values.join(',') : undefined);
