import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

type Key = 'view' | 'draw' | 'q' | 'kind' | 'sort' | 'page';

/** What the address of the page holds: which part, which draw and page of those not drawn, how the list is narrowed and sorted. */
export function useDrawsAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<Key, string | undefined>>, replace = false) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }), replace, resetScroll: false });
  return { search, change };
}
