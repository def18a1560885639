import { useAddress } from '../../app/use-address.ts';

/** Which list is shown and how it is narrowed, as the address has it. */
export const useDirectoryAddress = () => useAddress<'view' | 'q' | 'only'>({ replace: true });
