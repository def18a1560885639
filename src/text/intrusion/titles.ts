/** Whether two titles have not two letters in a row in common. One that is empty is like any: it says nothing. */
export function unlikeTitles(title: string, other: string): boolean {
  if (title.length < 2 || other.length < 2) return false;
  const pairs = new Set(pairsOf(title));
  return !pairsOf(other).some((pair) => pairs.has(pair));
}

const pairsOf = (title: string): string[] => Array.from({ length: title.length - 1 }, (_, i) => title.slice(i, i + 2));
