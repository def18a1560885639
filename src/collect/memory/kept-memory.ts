import type { Instant } from '../../core/date.ts';
import { hexKey } from '../disk/address-index.ts';
import type { PageMemory, PageTrace } from './page-memory.ts';

/** Reads what earlier visits left of one site; keys are 32 hexadecimal digits, each call is one question. */
export interface KeptPages {
  traces(keys: readonly string[]): Promise<ReadonlyMap<string, PageTrace>>;
  opened(keys: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
}

/** A memory whose rows are kept elsewhere, in one transaction with the step that brought them. */
export interface KeptMemory {
  memory: PageMemory;
  /** What steps have brought (`flush`) since the last `written`. */
  changed(): { traces: readonly { key: string; trace: PageTrace }[]; opened: readonly { key: string; at: Instant }[] };
  /** What `changed` gave last is safe. */
  written(): void;
}

/** Looks that go on beside a step belong to a later one: what they bring waits for the next `flush`. */
export function keptMemory(kept: KeptPages): KeptMemory {
  /** Answers fetched before they are asked for, each given once. */
  const traces = new Map<string, PageTrace | null>();
  const opened = new Map<string, Instant | null>();
  let coming = { traces: new Map<string, PageTrace>(), opened: new Map<string, Instant>() };
  const flushed = { traces: new Map<string, PageTrace>(), opened: new Map<string, Instant>() };
  let handedOver = { traces: 0, opened: 0 };

  const forget = (url: string): void => {
    traces.delete(url);
    opened.delete(url);
  };
  const memory: PageMemory = {
    async expect(urls) {
      const keys = urls.map(hexKey);
      const found = { traces: await kept.traces(keys), opened: await kept.opened(keys) };
      for (const [i, url] of urls.entries()) {
        traces.set(url, found.traces.get(keys[i] as string) ?? null);
        opened.set(url, found.opened.get(keys[i] as string) ?? null);
      }
    },
    async recall(url) {
      const expected = traces.get(url);
      forget(url);
      if (expected !== undefined) return expected;
      const key = hexKey(url);
      return (await kept.traces([key])).get(key) ?? null;
    },
    keep: (trace) => void coming.traces.set(trace.url, trace),
    openedAt(url) {
      const at = opened.get(url) ?? null;
      forget(url);
      return at;
    },
    opened: (url, at) => void coming.opened.set(url, at),
    async flush() {
      for (const [url, trace] of coming.traces) flushed.traces.set(url, trace);
      for (const [url, at] of coming.opened) flushed.opened.set(url, at);
      coming = { traces: new Map(), opened: new Map() };
    },
  };
  return {
    memory,
    changed() {
      handedOver = { traces: flushed.traces.size, opened: flushed.opened.size };
      return {
        traces: [...flushed.traces].map(([url, trace]) => ({ key: hexKey(url), trace })),
        opened: [...flushed.opened].map(([url, at]) => ({ key: hexKey(url), at })),
      };
    },
    written() {
      if (handedOver.traces > 0) flushed.traces.clear();
      if (handedOver.opened > 0) flushed.opened.clear();
      handedOver = { traces: 0, opened: 0 };
    },
  };
}
