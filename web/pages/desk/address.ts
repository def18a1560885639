import { useListAddress } from '../../app/use-address.ts';

/** What the address of the desk holds besides the area. */
export type DeskKey = 'unit' | 'category' | 'source' | 'q' | 'page' | 'from' | 'to';
const FILTERS: readonly DeskKey[] = ['unit', 'category', 'source', 'q'];

/** Filters as the address has them, and how to change them. */
export const useDeskAddress = () => useListAddress(FILTERS, { replace: true });
