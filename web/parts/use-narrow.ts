import { useSyncExternalStore } from 'react';

/** Whether a media query holds, now and after every change of the window. */
const watch = (query: string): (() => boolean) => {
  const list = window.matchMedia(query);
  const subscribe = (changed: () => void) => {
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(subscribe, () => list.matches);
};

/** A telephone held upright: tables become lists. */
export const useNarrow = watch('(max-width: 767px)');

/** Too narrow for the pages in one line of the head: they fold into one button. The same width stands in styles.css. */
export const useFolded = watch('(max-width: 979px)');
