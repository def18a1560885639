import { nameKey } from '../words/fold.ts';

/** Edits (insert, delete, replace) between two short texts. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** Whether the short name's characters stand in order in the long one: 应急局 in 应急管理局, 发改委 in 发展和改革委员会. */
export function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return short.length >= 2 && at === short.length && short.length < long.length;
}

/** A name without the rank and place before it and the body behind it, for comparing only. */
function core(key: string): string {
  const bare = key.replace(/\([^()]*\)$/, '').replace(/(人民政府|政府|办事处)$/, '');
  const rest = bare.replace(/^[^县市区省]{1,4}[县市区省](?=.{2})/, '').replace(/^[县市区省](?=.{2})/, '');
  return rest.length >= 2 ? rest : bare;
}

/** 0 = the same but for rank and place; up to 1 = too far. */
function distance(a: string, b: string): number {
  const [x, y] = [core(nameKey(a)), core(nameKey(b))];
  if (x === y) return 0;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short[0] === long[0] && abbreviates(short, long)) return 0.2;
  if (abbreviates(short, long)) return 0.35;
  const edits = editDistance(x, y);
  // One wrong character in three is a slip; more is another name. Same endings (局、镇) alone prove nothing.
  return edits / Math.max(x.length, y.length) <= 0.34 ? 0.3 + edits / Math.max(x.length, y.length) : 1;
}

/** Up to `most` of the names that the written one may stand for, best first. */
export function nearest(written: string, names: readonly string[], most = 3): string[] {
  return [...new Set(names)]
    .map((name) => ({ name, far: distance(written, name) }))
    .filter((entry) => entry.far < 1)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map((entry) => entry.name);
}
