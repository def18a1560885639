import { useListAddress } from '../../app/use-address.ts';

/** What the address of the page holds besides the area. */
export type CardsKey = 'period' | 'sample' | 'clause' | 'unit' | 'answered' | 'page';
const FILTERS: readonly CardsKey[] = ['sample', 'clause', 'unit', 'answered'];

/** Filters as the address has them, and how to change them. */
export function useCardsAddress() {
  const { search, ...address } = useListAddress(FILTERS, { replace: true });
  const { period, sample, clause, unit } = search;
  const answered = (['yes', 'no'] as const).find((one) => one === search.answered);
  return { asked: { period, sample, clause, unit, answered }, page: search.page, ...address };
}
