import { useState } from 'react';

/**
 * Words being typed, kept by this tab until they are handed in (empty = forgotten): a reload, a session that ran out or somebody
 * else's act on the same thing does not lose them. The key says whose words they are and what they are about.
 */
export function useKeptText(key: string): [text: string, keep: (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const keep = (next: string): void => {
    setText(next);
    if (next === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next);
  };
  return [text, keep];
}
