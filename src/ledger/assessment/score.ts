import { cents, type ScoreEntry } from './entry.ts';
import type { AssessmentItem, AssessmentScheme } from './scheme.ts';

/** An entry as it counts. `counted` is what of its points the cap leaves. */
export interface CountedEntry extends ScoreEntry {
  counted: number;
  /** `part`, `whole`: so much of it lies behind the cap (seeds E06). */
  capped: 'no' | 'part' | 'whole';
}

export interface ItemScore {
  itemId: string;
  entries: number;
  /** Sum of what counts; never beyond the cap. */
  sum: number;
  /** Base and sum. */
  score: number;
}
export interface UnitScore {
  unitId: string;
  items: ItemScore[];
  /** Sum of the items' scores, and so of all bases and all counted entries. */
  score: number;
}

/** Entries in the order of their days under the caps of their items: once a cap is reached, further entries add 0. */
export function countEntries(entries: readonly ScoreEntry[], scheme: Pick<AssessmentScheme, 'items'>): CountedEntry[] {
  const items = new Map(scheme.items.map((item) => [item.id, item]));
  const spent = new Map<string, number>();
  return entries
    .filter(({ itemId }) => items.has(itemId))
    .toSorted((a, b) => order(a.day, b.day) || order(a.id, b.id))
    .map((entry) => {
      const key = `${entry.unitId} ${entry.itemId}`;
      const before = spent.get(key) ?? 0;
      const counted = within(before, cents(entry.points), items.get(entry.itemId) as AssessmentItem);
      spent.set(key, before + counted);
      const capped = counted === cents(entry.points) ? 'no' : counted === 0 ? 'whole' : 'part';
      return { ...entry, counted: counted / 100, capped };
    });
}

/** Scores of units in the order given; a unit without entries has the full base of every item. */
export function scoreUnits(
  unitIds: readonly string[],
  entries: readonly CountedEntry[],
  scheme: Pick<AssessmentScheme, 'items'>,
): UnitScore[] {
  const byCell = new Map<string, CountedEntry[]>();
  for (const entry of entries) {
    const key = `${entry.unitId} ${entry.itemId}`;
    byCell.set(key, [...(byCell.get(key) ?? []), entry]);
  }
  return unitIds.map((unitId) => {
    const items = scheme.items.map(({ id: itemId, base }): ItemScore => {
      const mine = byCell.get(`${unitId} ${itemId}`) ?? [];
      const sum = mine.reduce((total, { counted }) => total + cents(counted), 0);
      return { itemId, entries: mine.length, sum: sum / 100, score: (cents(base) + sum) / 100 };
    });
    return { unitId, items, score: items.reduce((total, { score }) => total + cents(score), 0) / 100 };
  });
}

function within(before: number, points: number, { cap }: AssessmentItem): number {
  if (cap === null) return points;
  const after = Math.max(-cents(cap), Math.min(cents(cap), before + points));
  return after - before;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
