import { realTicker, type Ticker } from '../clock.ts';

/** What a host asks of its visitors, kept while a worker lives: one line per host, whoever wants in. */
export interface Pace {
  /**
   * Waits for the host's turn. The answer must be called when the request has ended.
   * Null when the host asked for a rest longer than `maxQueueMs`.
   */
  enter(host: string, signal?: AbortSignal): Promise<Leave | null>;
  /** Crawl-delay of robots.txt. */
  slowTo(host: string, delayMs: number): void;
}

/** `restMs`: Retry-After as received. `distress`: the host answered 429 or 503. `ms`: time until the answer, absent when there was none. */
export type Leave = (ended: { distress: boolean; restMs: number | null; ms?: number }) => void;

export interface PaceSettings {
  paceMs: number;
  perHost: number;
  maxPauseMs: number;
  maxQueueMs: number;
  /** First step of the back-off after 429 or 503; doubles with each, melts with each good answer. */
  backOffMs: number;
  /** Processes that may be asking a host at the same time, this one included; each waits as many times longer. Default 1. */
  sharers?: (host: string) => number;
}

interface Lane {
  host: string;
  floorMs: number;
  delayMs: number;
  active: number;
  nextAt: number;
  restUntil: number;
  answers: number;
  /** Time the host usually takes to answer, and of late. */
  usualMs: number;
  lateMs: number;
  waiting: ((turn: boolean) => void)[];
  /** A call of `admit` is on its way. */
  awaited: boolean;
}

const MANY_HOSTS = 5_000;
/** Answers before a host's usual time is known, and how many times that is too long. */
const KNOWN_AFTER = 20;
const LABOURING_TIMES = 4;
/** Below this nobody waits, whatever the host's habit. */
const LABOURING_MS = 1_500;

function noteLatency(lane: Lane, ms: number): void {
  lane.answers += 1;
  const weight = 1 / Math.min(lane.answers, 200);
  lane.usualMs += (ms - lane.usualMs) * weight;
  lane.lateMs += (ms - lane.lateMs) * (lane.answers === 1 ? 1 : 0.2);
}

/** A host that takes ever longer is asked less often before it has to say so with 503. */
const isLabouring = ({ answers, lateMs, usualMs }: Lane): boolean =>
  answers >= KNOWN_AFTER && lateMs > LABOURING_MS && lateMs > LABOURING_TIMES * usualMs;

export function createPace(settings: PaceSettings, { now, after }: Ticker = realTicker): Pace {
  const lanes = new Map<string, Lane>();
  const capped = (ms: number): number => Math.min(ms, settings.maxPauseMs);

  const laneOf = (host: string): Lane => {
    const known = lanes.get(host);
    if (known) return known;
    if (lanes.size >= MANY_HOSTS) sweep();
    const { paceMs } = settings;
    const lane: Lane = {
      host,
      floorMs: paceMs,
      delayMs: paceMs,
      active: 0,
      nextAt: 0,
      restUntil: 0,
      answers: 0,
      usualMs: 0,
      lateMs: 0,
      waiting: [],
      awaited: false,
    };
    lanes.set(host, lane);
    return lane;
  };

  const gap = ({ host, delayMs }: Lane): number => delayMs * Math.max(1, settings.sharers?.(host) ?? 1);
  const restsTooLong = (lane: Lane): boolean => lane.restUntil - now() > settings.maxQueueMs;

  function admit(lane: Lane): void {
    if (restsTooLong(lane)) for (const answer of lane.waiting.splice(0)) answer(false);
    while (lane.waiting.length > 0 && lane.active < settings.perHost && now() >= Math.max(lane.nextAt, lane.restUntil)) {
      lane.active += 1;
      lane.nextAt = now() + gap(lane);
      lane.waiting.shift()?.(true);
    }
    if (lane.waiting.length === 0 || lane.active >= settings.perHost || lane.awaited) return;
    lane.awaited = true;
    after(Math.max(1, Math.max(lane.nextAt, lane.restUntil) - now()), () => {
      lane.awaited = false;
      admit(lane);
    });
  }

  function leave(lane: Lane, ended: Parameters<Leave>[0]): void {
    lane.active -= 1;
    if (ended.ms !== undefined) noteLatency(lane, ended.ms);
    if (ended.distress) {
      lane.delayMs = capped(Math.max(settings.backOffMs, lane.delayMs * 2));
      lane.restUntil = Math.max(lane.restUntil, now() + capped(ended.restMs ?? lane.delayMs));
    } else if (isLabouring(lane)) {
      lane.delayMs = capped(Math.max(settings.backOffMs / 4, lane.delayMs * 1.5));
    } else {
      lane.delayMs = lane.delayMs * 0.8 <= lane.floorMs + 1 ? lane.floorMs : lane.delayMs * 0.8;
    }
    admit(lane);
  }

  /** Forgets hosts that want nothing special and have nobody waiting. */
  function sweep(): void {
    for (const [host, lane] of lanes) {
      const idle = lane.active === 0 && lane.waiting.length === 0 && now() >= Math.max(lane.nextAt, lane.restUntil);
      if (idle && lane.delayMs === settings.paceMs) lanes.delete(host);
    }
  }

  return {
    async enter(host, signal) {
      const lane = laneOf(host);
      const turn = await new Promise<boolean>((resolve, reject) => {
        const answer = (admitted: boolean): void => {
          signal?.removeEventListener('abort', abandon);
          resolve(admitted);
        };
        const abandon = (): void => {
          lane.waiting = lane.waiting.filter((other) => other !== answer);
          reject(signal?.reason);
        };
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', abandon, { once: true });
        lane.waiting.push(answer);
        admit(lane);
      });
      if (!turn) return null;
      // The visit begins now; whoever let it in may have been busy with a page in between.
      lane.nextAt = Math.max(lane.nextAt, now() + gap(lane));
      return (ended) => leave(lane, ended);
    },
    slowTo(host, delayMs) {
      const lane = laneOf(host);
      lane.floorMs = Math.max(lane.floorMs, capped(delayMs));
      lane.delayMs = Math.max(lane.delayMs, lane.floorMs);
    },
  };
}
