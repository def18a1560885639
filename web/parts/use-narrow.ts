import { useSyncExternalStore } from 'react';

const NARROW = window.matchMedia('(max-width: 767px)');
const subscribe = (changed: () => void) => {
  NARROW.addEventListener('change', changed);
  return () => NARROW.removeEventListener('change', changed);
};

/** A telephone held upright: tables become lists. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
