import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../app/search.ts';

/** What the address of the page holds besides the area. */
export type CardsKey = 'period' | 'sample' | 'clause' | 'unit' | 'answered' | 'page';
const FILTERS: readonly CardsKey[] = ['sample', 'clause', 'unit', 'answered'];

/** Filters as the address has them, and how to change them; another filter leads back to the first page. */
export function useCardsAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<CardsKey, string | undefined>>) =>
    navigate({
      to: '.',
      search: (before: Search) => ({ ...before, ...('page' in values ? {} : { page: undefined }), ...values }),
      replace: true,
      resetScroll: false,
    });
  const clear = () => change(Object.fromEntries(FILTERS.map((key) => [key, undefined])));
  const { period, sample, clause, unit } = search;
  const answered = (['yes', 'no'] as const).find((one) => one === search.answered);
  return {
    asked: { period, sample, clause, unit, answered },
    page: search.page,
    change,
    clear,
    filtered: FILTERS.some((key) => search[key]),
  };
}
