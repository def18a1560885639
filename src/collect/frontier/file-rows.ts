import { OUTCOME_CODES, type Outcome } from '../../evidence/outcome.ts';
import type { Relation } from '../http/look-at-target.ts';
import { FOUND_ON_KEPT, type Target } from './frontier.ts';

export const RELATIONS: readonly Relation[] = ['link', 'image', 'attachment', 'part'];

/** Bits of `flags`: relation (0-2), own, seen on a page (else it is only a page that others stand on), open. */
const RELATION = 7;
const OWN = 8;
const TARGET = 16;
const OPEN = 32;
/** An outcome takes four bits of a row's history. */
const HISTORY = 8;

/** State of every address by its number, in flat arrays that double: 40 bytes a row. */
export function createRows() {
  let capacity = 1_024;
  let size = 0;
  let flags = new Uint8Array(capacity);
  let looks = new Uint8Array(capacity);
  let history = new Uint32Array(capacity);
  let status = new Uint16Array(capacity);
  let lastAt = new Float64Array(capacity);
  let found = new Uint32Array(capacity);
  let positions = new Uint32Array(capacity);
  let sights = new Uint32Array(capacity * FOUND_ON_KEPT);
  /** Every row before this one has been looked at. */
  let low = 0;
  let seen = 0;
  let settled = 0;
  const open = new Set<number>();

  const grow = (): void => {
    capacity *= 2;
    const wider = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    flags = wider(flags, new Uint8Array(capacity));
    looks = wider(looks, new Uint8Array(capacity));
    history = wider(history, new Uint32Array(capacity));
    status = wider(status, new Uint16Array(capacity));
    lastAt = wider(lastAt, new Float64Array(capacity));
    found = wider(found, new Uint32Array(capacity));
    positions = wider(positions, new Uint32Array(capacity));
    sights = wider(sights, new Uint32Array(capacity * FOUND_ON_KEPT));
  };
  const met = (id: number, link: boolean): void => {
    let now = flags[id] as number;
    if ((now & TARGET) === 0) {
      now |= TARGET;
      seen += 1;
      if (id < low) low = id; // known so far only as a page that others stand on
    }
    flags[id] = link ? now & ~RELATION : now;
    found[id] = (found[id] as number) + 1;
  };
  const waits = (id: number): boolean => looks[id] === 0 && ((flags[id] as number) & TARGET) !== 0;

  return {
    add(position: number, given: number): void {
      if (size === capacity) grow();
      flags[size] = given & ~TARGET;
      positions[size] = position;
      size += 1;
    },
    position: (id: number): number => positions[id] as number,
    isTarget: (id: number): boolean => ((flags[id] as number) & TARGET) !== 0,
    sightingCount: (id: number): number => Math.min(found[id] as number, FOUND_ON_KEPT),
    /** One of the first sightings, kept at `position`. */
    sight(id: number, position: number, link: boolean): void {
      sights[id * FOUND_ON_KEPT + (found[id] as number)] = position;
      met(id, link);
    },
    more: met,
    sightings(id: number): number[] {
      const count = Math.min(found[id] as number, FOUND_ON_KEPT);
      return Array.from({ length: count }, (_, i) => sights[id * FOUND_ON_KEPT + i] as number);
    },
    codeOf: (outcome: Outcome): number => OUTCOME_CODES.indexOf(outcome),
    look(id: number, code: number, answered: number, at: number, isOpen: boolean): void {
      const before = looks[id] as number;
      if (before > 0 && !open.has(id)) settled -= 1;
      if (before < HISTORY) history[id] = ((history[id] as number) | (code << (4 * before))) >>> 0;
      looks[id] = Math.min(before + 1, HISTORY);
      status[id] = answered;
      lastAt[id] = at;
      flags[id] = isOpen ? (flags[id] as number) | OPEN : (flags[id] as number) & ~OPEN;
      if (isOpen) open.add(id);
      else {
        open.delete(id);
        settled += 1;
      }
    },
    state(id: number): Omit<Target, 'url' | 'foundOn'> {
      const bits = flags[id] as number;
      const past = history[id] as number;
      return {
        relation: RELATIONS[bits & RELATION] as Relation,
        own: (bits & OWN) !== 0,
        foundOnCount: found[id] as number,
        outcomes: Array.from({ length: looks[id] as number }, (_, i) => OUTCOME_CODES[(past >>> (4 * i)) & 15] as Outcome),
        lastLookAt: looks[id] === 0 ? null : new Date(lastAt[id] as number).toISOString(),
        lastStatus: status[id] === 0 ? null : (status[id] as number),
      };
    },
    fresh(limit: number): number[] {
      while (low < size && !waits(low)) low += 1;
      const ids: number[] = [];
      for (let id = low; id < size && ids.length < limit; id++) if (waits(id)) ids.push(id);
      return ids;
    },
    open(limit: number, most: number): number[] {
      return [...open].filter((id) => (looks[id] as number) <= most).slice(0, limit);
    },
    counts: () => ({ seen, settled, open: open.size }),
  };
}
