import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from './search.ts';

type Values<Key extends string> = Partial<Record<Key, string | undefined>>;
interface Manner {
  /** Going back leads out of the page, not through every filter that was tried. `change` may say otherwise. */
  replace?: boolean;
  /** What is changed to is read from its top. */
  toTop?: boolean;
}

/** What a page keeps in its address, and how it is changed; `undefined` takes a key away. */
export function useAddress<Key extends string>({ replace = false, toTop = false }: Manner = {}) {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Values<Key>, replaced = replace) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }), replace: replaced, resetScroll: toTop });
  return { search, change };
}

/**
 * The same for a list in pages: another filter leads back to its first page. `filters` are what `clear` takes away;
 * what stands `beside` the list (an open drawer) leaves it where it is.
 */
export function useListAddress<Key extends string>(filters: readonly Key[], { beside = [], ...manner }: Manner & { beside?: Key[] } = {}) {
  const { search, change: go } = useAddress<Key | 'page'>(manner);
  const change = (values: Values<Key | 'page'>, replaced?: boolean) => {
    const stays = ['page', ...beside].some((key) => key in values);
    return go(stays ? values : { page: undefined, ...values }, replaced);
  };
  const clear = () => change(Object.fromEntries(filters.map((key) => [key, undefined])) as Values<Key | 'page'>);
  return { search, change, clear, filtered: filters.some((key) => search[key]) };
}
