import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

/** What the address of the desk holds besides the area. */
export type DeskKey = 'unit' | 'category' | 'source' | 'q' | 'page' | 'from' | 'to';
const FILTERS: readonly DeskKey[] = ['unit', 'category', 'source', 'q'];

/** Filters as the address has them, and how to change them; another filter leads back to the first page. */
export function useDeskAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<DeskKey, string | undefined>>) =>
    navigate({
      to: '.',
      search: (before: Search) => ({ ...before, ...('page' in values ? {} : { page: undefined }), ...values }),
      replace: true,
      resetScroll: false,
    });
  const clear = () => change(Object.fromEntries(FILTERS.map((key) => [key, undefined])));
  return { search, change, clear, filtered: FILTERS.some((key) => search[key]) };
}
