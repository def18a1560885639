import { useListAddress } from '../../app/use-address.ts';

/** What the page keeps in its address, and how it is changed; another filter begins at the first page. */
export const useMessagesAddress = () => useListAddress<string>([], { toTop: true });
