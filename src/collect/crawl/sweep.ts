import { type Crawl, exhausted } from './crawl.ts';
import type { CrawlStep } from './job.ts';
import { createLanes } from './lanes.ts';
import { isPageAddress, type Looked, lookAtAddress } from './look.ts';
import { closeStep } from './step.ts';

/** Targets held ready at most, and bytes of pages in one step at most. */
const HELD = 5_000;
const STEP_BYTES = 16 * 1_048_576;

/**
 * Looks at everything that waits: `round` 0 the addresses without a look, 1 and later those whose looks so far left
 * them open. The lines stay filled while a step is closed and handed over.
 */
export async function* sweep(crawl: Crawl, round: number): AsyncGenerator<CrawlStep> {
  const { settings } = crawl;
  const lanes = createLanes(settings.concurrency);
  let done: Looked[] = [];
  let bytes = 0;
  /** Looks under way that may turn out to be pages: they count as read, or the limit would be overstepped by as many as run together. */
  let reading = 0;
  let failure: { error: unknown } | null = null;
  let wake: () => void = () => {};

  const fill = (): void => {
    while (failure === null) {
      const stop = exhausted(crawl);
      if (stop !== null) {
        if (lanes.waiting > 0) crawl.stopped ??= stop;
        return;
      }
      if (crawl.pages + reading >= settings.maxPages) return;
      const target = lanes.next();
      if (target === null) return;
      if (!crawl.arrivals.start(target.url)) {
        lanes.done(target); // another address led to it meanwhile
        continue;
      }
      const page = isPageAddress(target) ? 1 : 0;
      reading += page;
      crawl.looks += 1;
      lookAtAddress(crawl, target).then(
        (looked) => {
          done.push(looked);
          bytes += looked.page?.bytes?.length ?? 0;
          if (looked.page) crawl.pages += 1;
          reading -= page;
          crawl.bytes += looked.look.received;
          lanes.done(target);
          fill();
          wake();
        },
        (error: unknown) => {
          failure = { error };
          wake();
        },
      );
    }
  };
  const refill = async (): Promise<void> => {
    const limit = lanes.running + lanes.waiting + done.length + settings.batch;
    const { frontier, arrivals, memory } = crawl;
    const found = await (round === 0 ? frontier.fresh(limit) : frontier.again(limit, round));
    const more = found.filter(({ url }) => !arrivals.has(url) && !lanes.has(url));
    if (round === 0 && more.length > 0) await memory?.expect?.(more.map(({ url }) => url));
    for (const target of more) lanes.add(target);
    fill();
  };

  await refill();
  for (;;) {
    if (failure !== null) throw (failure as { error: unknown }).error;
    const dry = lanes.waiting < settings.concurrency;
    if (done.length >= settings.batch || bytes >= STEP_BYTES || (done.length > 0 && (dry || lanes.running === 0))) {
      const looked = done;
      done = [];
      bytes = 0;
      const step = await closeStep(crawl, looked);
      if (dry && lanes.waiting < HELD) await refill();
      yield step;
      continue;
    }
    if (lanes.running === 0) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
