import { useEffect, useRef } from 'react';

/** For what is put on the page open and taken off it to close: the keyboard goes back to where it was opened from. */
export function useFocusBack(): void {
  const opener = useRef(document.activeElement);
  useEffect(
    () => () => {
      const { current } = opener;
      // A moment later: what is taken off now would take the keyboard with it.
      setTimeout(() => current instanceof HTMLElement && current.isConnected && current.focus());
    },
    [],
  );
}
