import { useAddress } from '../../app/use-address.ts';

/** What the address of the page holds: which part, how its list is narrowed and sorted. */
export const useUnitsAddress = () => useAddress<'view' | 'q' | 'gap' | 'sort' | 'group'>();
