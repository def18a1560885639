import { Dispatcher } from 'undici';
import { type FastTime, fastTicker, virtualNow } from './clock.ts';
import { answerOf, dayOf, type Visit } from './hosts.ts';

const REFUSED_AFTER_MS = 50;

/**
 * The edge of the network: takes requests where connections would be made and answers them as the simulated hosts do,
 * after their latency. Every request is noted as it leaves.
 */
export class FakeAgent extends Dispatcher {
  readonly #time: FastTime;
  readonly #note: (visit: Visit) => void;
  readonly #turns = new Map<string, number>();

  constructor(time: FastTime, note: (visit: Visit) => void) {
    super();
    this.#time = time;
    this.#note = note;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const ticker = fastTicker(this.#time);
    const url = new URL(options.path, options.origin as string);
    const turn = this.#turns.get(url.hostname) ?? 0;
    this.#turns.set(url.hostname, turn + 1);
    const begun = virtualNow(this.#time);
    let callOff = (): void => undefined;
    /** False when it had ended before. */
    const end = (status: number, restMs = 0): boolean => {
      if (controller.aborted) return false;
      controller.aborted = true;
      callOff();
      this.#note({ host: url.hostname, begun, ended: virtualNow(this.#time), status, restMs });
      return true;
    };
    const controller = {
      aborted: false,
      paused: false,
      reason: null,
      rawHeaders: null,
      rawTrailers: null,
      pause: () => undefined,
      resume: () => undefined,
      abort: (reason: Error) => {
        if (end(0)) handler.onResponseError?.(controller, reason);
      },
    };
    handler.onRequestStart?.(controller, null);
    const answer = answerOf(url, dayOf(this.#time), turn);
    if (controller.aborted || answer === 'silence') return true;
    if (answer === 'refused') {
      callOff = ticker.after(REFUSED_AFTER_MS, () => {
        if (end(0)) handler.onResponseError?.(controller, Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
      });
      return true;
    }
    callOff = ticker.after(answer.afterMs, () => {
      if (!end(answer.status, Number(answer.headers['retry-after'] ?? 0) * 1_000)) return;
      handler.onResponseStart?.(controller, answer.status, answer.headers, '');
      if (options.method !== 'HEAD') handler.onResponseData?.(controller, answer.body);
      handler.onResponseEnd?.(controller, {});
    });
    return true;
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }

  override destroy(): Promise<void> {
    return Promise.resolve();
  }
}
