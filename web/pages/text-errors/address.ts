import { useListAddress } from '../../app/use-address.ts';

/** What the address of the review queue holds besides the area. */
export type QueueKey = 'state' | 'site' | 'layer' | 'severity' | 'q' | 'unlikely' | 'page';
const FILTERS: readonly QueueKey[] = ['site', 'layer', 'severity', 'q', 'unlikely'];

/** Filters as the address has them, and how to change them. */
export const useQueueAddress = () => useListAddress(FILTERS);
