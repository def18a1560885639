import { reachOf, type Who } from '../../src/contract/who.ts';
import { useMe } from './use-me.ts';

/** Whether who is signed in may call an endpoint of these grants: what a page offers is what the server would do. */
export const useMay = (who: Who): boolean => reachOf(who, useMe().role) !== null;
