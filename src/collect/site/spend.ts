import type { Look } from '../http/look.ts';
import type { SiteSettings } from '../settings.ts';
import type { SiteCheckpoint, StopReason } from './job.ts';

/** Unanswered or turned away this many times in a row: the host is in distress, go away. */
const DISTRESS_LOOKS = 10;

/** The budget of a scan and what it has used. */
export interface Spend {
  count(look: Look, kind: 'page' | 'target', own: boolean): void;
  /** Requests that were no look at a page or target. */
  use(requests: number): void;
  /** Why nothing more may be asked; null while there is budget. */
  exhausted(): StopReason | null;
  spent(): SiteCheckpoint['spent'];
}

export function createSpend(settings: SiteSettings, before: SiteCheckpoint['spent'], now: () => number): Spend {
  const started = now();
  let { pages, requests } = before;
  let unanswered = 0;
  const ms = (): number => Math.round(before.ms + now() - started);
  return {
    count(look, kind, own) {
      requests += look.hops.length;
      if (kind === 'page') pages += 1;
      if (!own) return;
      const turnedAway = look.status === null || look.status === 429 || look.status === 503;
      unanswered = turnedAway && look.outcome !== 'robots' && look.outcome !== 'refused-address' ? unanswered + 1 : 0;
    },
    use(more) {
      requests += more;
    },
    exhausted() {
      if (unanswered >= DISTRESS_LOOKS) return 'distress';
      if (ms() >= settings.maxMinutes * 60_000) return 'time';
      if (requests >= settings.maxRequests) return 'requests';
      return pages >= settings.maxPages ? 'pages' : null;
    },
    spent: () => ({ pages, requests, ms: ms() }),
  };
}
