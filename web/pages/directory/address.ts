import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

type Key = 'view' | 'q' | 'only';

/** Which list is shown and how it is narrowed, as the address has it. */
export function useDirectoryAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<Key, string | undefined>>) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }), replace: true, resetScroll: false });
  return { search, change };
}
