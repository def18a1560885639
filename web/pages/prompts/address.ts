import { useAddress } from '../../app/use-address.ts';

/** What the page keeps in its address, and how it is changed. */
export const usePromptsAddress = () => useAddress<string>({ toTop: true });
