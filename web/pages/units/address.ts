import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

type Key = 'view' | 'q' | 'gap' | 'sort' | 'group';

/** What the address of the page holds: which part, how its list is narrowed and sorted. */
export function useUnitsAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<Key, string | undefined>>, replace = false) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }), replace, resetScroll: false });
  return { search, change };
}
