import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

/** What the address of the review queue holds besides the area. */
export type QueueKey = 'state' | 'site' | 'layer' | 'severity' | 'q' | 'unlikely' | 'page';
const FILTERS: readonly QueueKey[] = ['site', 'layer', 'severity', 'q', 'unlikely'];

/** Filters as the address has them, and how to change them; another filter leads back to the first page. */
export function useQueueAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<QueueKey, string | undefined>>, replace = false) =>
    navigate({
      to: '.',
      search: (before: Search) => ({ ...before, ...('page' in values ? {} : { page: undefined }), ...values }),
      replace,
      resetScroll: false,
    });
  const clear = () => change(Object.fromEntries(FILTERS.map((key) => [key, undefined])));
  return { search, change, clear, filtered: FILTERS.some((key) => search[key]) };
}
