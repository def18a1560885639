import { setTimeout as sleep } from 'node:timers/promises';
import type { Insider } from './inside.ts';
import type { BrowserLimits } from './limits.ts';
import type { RenderOptions } from './rendering.ts';
import type { Watch } from './watch.ts';

const ASK_EVERY_MS = 150;
const QUIET_MS = 400;

/**
 * Waits until the page shows what it is going to show: `ready` says so, or nothing is under way and nothing has changed for a
 * while, or the time is up. Answers the last markup read, null when the page never answered.
 */
export async function settle(
  inside: Insider,
  watch: Watch,
  limits: BrowserLimits,
  until: number,
  { ready = () => false, signal }: RenderOptions,
): Promise<{ html: string | null; url: string; settled: boolean; answers: boolean }> {
  let html: string | null = null;
  let url = '';
  let rows = -1;
  let changedAt = performance.now();
  let readAt = -1;
  let answers = false;
  while (performance.now() < until && watch.stopped() === null) {
    signal?.throwIfAborted();
    try {
      const seen = await inside.look();
      answers = true;
      if (seen.rows !== rows || seen.url !== url) {
        rows = seen.rows;
        url = seen.url;
        changedAt = performance.now();
      }
      const quietMs = performance.now() - Math.max(changedAt, watch.lastAt());
      if (seen.parsed && watch.pending() === 0 && quietMs >= QUIET_MS && readAt < changedAt) {
        html = await inside.html();
        readAt = performance.now();
        if (ready(html, url)) return { html, url, settled: true, answers };
      }
      if (seen.parsed && watch.pending() === 0 && quietMs >= limits.patienceMs) {
        html = await inside.html();
        return { html, url, settled: true, answers };
      }
    } catch {
      answers = false; // between two documents, or busy: asked again
    }
    await sleep(ASK_EVERY_MS, undefined, { signal });
  }
  if (watch.stopped() === null && answers) html = await inside.html().catch(() => html);
  return { html, url, settled: false, answers };
}
