import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

/** What the address of the pictures holds besides area and period. `due`, `unit`, `kind` and `fresh` open the columns they mean. */
export type PictureKey = 'view' | 'state' | 'month' | 'hide' | 'by' | 'unit' | 'kind' | 'fresh' | 'due' | 'every';

/** What is shown, as the address has it, and how to change it. */
export function usePictureAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<PictureKey | 'period', string | undefined>>) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }), resetScroll: false });
  return { search, change };
}
