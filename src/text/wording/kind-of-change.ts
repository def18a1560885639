import type { FindingKind } from '../finding.ts';

/** What kind of slip leads from the right spelling to the wrong one. */
export function kindOfChange(wrong: string, right: string): FindingKind {
  if (wrong.length < right.length) return 'missing-character';
  if (wrong.length > right.length) return 'extra-character';
  const differing = [...wrong].filter((letter, i) => letter !== right[i]).length;
  if (differing === 1) return 'wrong-character';
  return [...wrong].sort().join('') === [...right].sort().join('') ? 'swapped-characters' : 'wrong-word';
}
