import type { Target } from '../frontier/frontier.ts';
import { originOf } from './own.ts';

/** Looks under way at one host that is not the site's own: links of a page to one slow host must not fill all the lines. */
const PER_OTHER_HOST = 2;

/** Targets waiting for their look, by host, so that no host holds up the others. */
export interface Lanes {
  add(target: Target): void;
  /** The next target whose host has a free line; it counts as under way until `done`. */
  next(): Target | null;
  done(target: Target): void;
  readonly waiting: number;
  readonly running: number;
  /** Whether an address is waiting or under way. */
  has(url: string): boolean;
}

interface Lane {
  targets: Target[];
  at: number;
  running: number;
  width: number;
}

/** `width`: looks under way over all hosts. */
export function createLanes(width: number): Lanes {
  const lanes = new Map<string, Lane>();
  const held = new Set<string>();
  let running = 0;
  let waiting = 0;
  return {
    add(target) {
      if (held.has(target.url)) return;
      held.add(target.url);
      const origin = originOf(target.url);
      let lane = lanes.get(origin);
      if (!lane) {
        lane = { targets: [], at: 0, running: 0, width: target.own ? width : Math.min(width, PER_OTHER_HOST) };
        lanes.set(origin, lane);
      }
      lane.targets.push(target);
      waiting += 1;
    },
    next() {
      if (running >= width || waiting === 0) return null;
      for (const lane of lanes.values()) {
        const target = lane.running < lane.width ? lane.targets[lane.at] : undefined;
        if (target === undefined) continue;
        lane.at += 1;
        lane.running += 1;
        running += 1;
        waiting -= 1;
        return target;
      }
      return null;
    },
    done(target) {
      held.delete(target.url);
      running -= 1;
      const origin = originOf(target.url);
      const lane = lanes.get(origin) as Lane;
      lane.running -= 1;
      lanes.delete(origin); // hosts take turns: the one just served goes last
      if (lane.at < lane.targets.length || lane.running > 0) lanes.set(origin, lane);
      if (lane.at > 1_000) {
        lane.targets = lane.targets.slice(lane.at);
        lane.at = 0;
      }
    },
    get waiting() {
      return waiting;
    },
    get running() {
      return running;
    },
    has: (url) => held.has(url),
  };
}
