import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

/** What the page keeps in its address, and how it is changed. */
export function useAddress() {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search,
    change: (values: Record<string, string | undefined>) => navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }) }),
  };
}
