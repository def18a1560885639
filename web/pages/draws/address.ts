import { useAddress } from '../../app/use-address.ts';

/** What the address of the page holds: which part, which draw and page of those not drawn, how the list is narrowed and sorted. */
export const useDrawsAddress = () => useAddress<'view' | 'draw' | 'q' | 'kind' | 'sort' | 'page'>();
