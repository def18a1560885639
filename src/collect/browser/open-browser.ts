import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { MingchaError } from '../../core/error.ts';
import { parseAddress } from '../http/address.ts';
import type { Net } from '../http/net.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { BROWSER_DEFAULTS, type BrowserLimits } from './limits.ts';
import { type GuardedProxy, openProxy } from './proxy.ts';
import { BrowserFault, renderPage } from './render.ts';
import type { Rendering, RenderOptions } from './rendering.ts';
import { createSlots } from './slots.ts';
import { withinMs } from './within.ts';

/** One shared Chromium of a worker, started when first needed and closed when idle. */
export interface Browser {
  /**
   * A page as a browser shows it. Null when there is no browser here or it broke: then nothing is known about the page.
   * Every other ending is an outcome; rejects only when `options.signal` is aborted.
   */
  render(net: Net, url: string, options?: RenderOptions): Promise<Rendering | null>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Folder for the unpacked Chromium; default a private one among the temporary files. */
  folder?: string;
  limits?: Partial<BrowserLimits>;
  /** Hears once, in words for the operator, that no browser starts here. */
  onAbsent?(error: MingchaError): void;
}

interface Running extends Chromium {
  proxy: GuardedProxy;
  pages: number;
  active: number;
  /** No further page is begun in it. */
  spent: boolean;
}

const ATTEMPTS = 2;

export function openBrowser(options: BrowserOptions = {}): Browser {
  const limits: BrowserLimits = { ...BROWSER_DEFAULTS, ...options.limits };
  const folder = options.folder ?? join(tmpdir(), `mingcha-browser-${userInfo().uid}`);
  const slots = createSlots(limits.pagesAtOnce);
  const ending = new Set<Promise<void>>();
  let running: Promise<Running | null> | null = null;
  let absentUntil = 0;
  let told = false;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  async function start(): Promise<Running | null> {
    const proxy = await openProxy();
    try {
      const chromium = await startChromium(folder, proxy.server, limits.scriptMb);
      return { ...chromium, proxy, pages: 0, active: 0, spent: false };
    } catch (error) {
      await proxy.close();
      absentUntil = performance.now() + limits.retryMs;
      if (!told && error instanceof MingchaError) options.onAbsent?.(error);
      told = true;
      return null;
    }
  }

  /** The running browser with one more page in it; a fresh one where the last is spent or gone. */
  async function enter(): Promise<Running | null> {
    clearTimeout(idle);
    const current = running;
    const known = await current;
    if (running !== current) return enter(); // somebody else has started a fresh one meanwhile
    if (known && !known.spent && known.browser.isConnected()) {
      known.active += 1;
      return known;
    }
    if (closed || performance.now() < absentUntil) return null;
    if (known) retire(known);
    running = start();
    return enter();
  }

  function leave(used: Running, fault: BrowserFault | null): void {
    used.active -= 1;
    used.pages += 1;
    if (fault?.stuck) used.kill();
    if (fault !== null || used.pages >= limits.recycleAfter) retire(used);
    else if (used.active === 0) {
      clearTimeout(idle);
      idle = setTimeout(() => retire(used), limits.idleMs).unref();
    }
    if (used.spent && used.active === 0) end(used);
  }

  function retire(used: Running): void {
    if (used.spent) return;
    used.spent = true;
    if (used.active === 0) end(used);
  }

  function end(used: Running): void {
    const work = (async () => {
      const late = setTimeout(used.kill, 3_000);
      await withinMs(used.browser.close(), 6_000).catch(() => undefined);
      clearTimeout(late);
      await used.proxy.close();
    })();
    ending.add(work);
    void work.finally(() => ending.delete(work));
  }

  async function attempt(net: Net, url: URL, asked: RenderOptions): Promise<Rendering | BrowserFault | null> {
    const entered = await net.gate.enter(url, { ignoreRobots: false, signal: asked.signal });
    if (typeof entered === 'string') return turnedAway(url, entered);
    let held = true;
    const giveBack: typeof entered = (how) => {
      if (held) entered(how);
      held = false;
    };
    const used = await enter();
    if (used === null) {
      giveBack({ distress: false, restMs: null });
      return null;
    }
    let fault: BrowserFault | null = null;
    try {
      return await renderPage({ browser: used.browser, proxy: used.proxy, net, limits, leave: giveBack }, url, asked);
    } catch (error) {
      if (!(error instanceof BrowserFault)) throw error;
      fault = error;
      return fault;
    } finally {
      leave(used, fault);
    }
  }

  return {
    async render(net, address, asked = {}) {
      const url = parseAddress(address);
      if (url === null || !net.guard.permits(url)) return turnedAway(address, 'refused-address');
      const free = await slots.enter(asked.signal);
      try {
        for (let tries = 0; tries < ATTEMPTS && !closed; tries++) {
          const end = await attempt(net, url, asked);
          if (!(end instanceof BrowserFault)) return end;
        }
        return null;
      } finally {
        free();
      }
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      const known = await running;
      if (known && !known.spent) {
        known.spent = true;
        end(known);
      }
      await Promise.all(ending);
    },
  };
}

/** A page that was never asked for. */
function turnedAway(url: URL | string, outcome: Rendering['outcome']): Rendering {
  const address = String(url);
  const nothing = { status: null, html: null, settled: false, dataCalls: [], scriptFaults: 0, requests: 0, ms: 0, picture: null };
  return { url: address, finalUrl: address, outcome, refused: outcome === 'refused-address' ? [address] : [], ...nothing };
}
