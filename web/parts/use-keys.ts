import { useEffect, useRef } from 'react';

const FIELDS = 'input:not([type=checkbox]), textarea, select, [role=combobox], [role=listbox]';
const ACTS_BY_ITSELF = 'button, a, summary';

/** Keys work anywhere on the page but in a field, and never with a modifier: those are the browser's. Enter on a button is the button's. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && (target.closest(FIELDS) || (event.key === 'Enter' && target.closest(ACTS_BY_ITSELF)))) return;
      const run = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
