import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Outcome } from '../../evidence/outcome.ts';
import { nameAnswer } from '../http/classify.ts';
import type { Net } from '../http/net.ts';
import { quickPage } from '../http/quick-text.ts';
import { unlessAborted } from '../polite/gate.ts';
import type { Leave } from '../polite/pace.ts';
import { browserAgent, DEVICES, type Device } from './devices.ts';
import { insider } from './inside.ts';
import type { BrowserLimits } from './limits.ts';
import { takePicture } from './picture.ts';
import type { GuardedProxy, ProxyPass } from './proxy.ts';
import type { Rendering, RenderOptions } from './rendering.ts';
import { settle } from './settle.ts';
import { outcomeOfCode, type Watch, watchPage } from './watch.ts';
import { withinMs } from './within.ts';

const CLOSE_MS = 4_000;
/** For opening the profile, reading and taking a picture; a browser that takes longer hangs. */
const AFTER_MS = 20_000;
const MAX_DIALOGS = 20;

/** The browser broke, not the page: nothing is known of the page. `stuck`: it must be ended by force. */
export class BrowserFault extends Error {
  readonly stuck: boolean;
  constructor(stuck: boolean, cause?: unknown) {
    super('the browser broke', { cause });
    this.stuck = stuck;
  }
}

/**
 * One page in a profile of its own, its way out through the guard. `leave` gives back the turn at its host. Rejects with
 * BrowserFault when the browser failed, and when `options.signal` is aborted.
 */
export async function renderPage(
  parts: { browser: Browser; proxy: GuardedProxy; net: Net; limits: BrowserLimits; leave: Leave },
  url: URL,
  options: RenderOptions,
): Promise<Rendering> {
  const { browser, proxy, net, limits, leave } = parts;
  const began = performance.now();
  const pass = proxy.admit(net, limits.pageBytes);
  const opened: Opened = { context: null, session: null, watch: null };
  let result: Rendering | null = null;
  let fault: BrowserFault | null = null;
  try {
    result = await unlessAborted(withinMs(unlessGone(browser, open()), limits.pageMs + AFTER_MS), options.signal);
  } catch (error) {
    if (!options.signal?.aborted) fault = error instanceof BrowserFault ? error : new BrowserFault(false, error);
  }
  opened.watch?.leaveAll();
  leave({ distress: false, restMs: null });
  pass.revoke();
  const closed = opened.context === null || (await closeContext(opened.context, opened.session));
  options.signal?.throwIfAborted();
  if (!closed) throw new BrowserFault(true, fault ?? undefined);
  if (result === null) throw fault;
  return result;

  async function open(): Promise<Rendering> {
    const context = await openContext(browser, pass, net, options.device ?? 'desktop');
    opened.context = context;
    const page = await context.newPage();
    context.on('page', (other) => void other.close().catch(() => undefined));
    let dialogs = 0;
    // One that never stops asking is left standing at its question.
    page.on('dialog', (dialog) => void (++dialogs <= MAX_DIALOGS && dialog.dismiss().catch(() => undefined)));
    const broken = new Promise<never>((_, reject) => {
      const fail = (): void => reject(new BrowserFault(false));
      page.on('crash', fail).on('close', fail);
    });
    broken.catch(() => undefined);
    const watch = watchPage(page, net, pass, limits, options);
    opened.watch = watch;
    await context.route(/./, watch.route);
    const session = await context.newCDPSession(page);
    opened.session = session;
    return Promise.race([broken, visit({ page, session, watch, net, limits, began, leave }, url, options)]);
  }
}

/** A browser that dies while a page is being opened leaves the question unanswered for ever. */
function unlessGone<T>(browser: Browser, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new BrowserFault(false));
    browser.once('disconnected', gone);
    if (!browser.isConnected()) gone();
    work.then(resolve, reject).finally(() => browser.off('disconnected', gone));
  });
}

/** What must be given back however the look ends. */
interface Opened {
  context: BrowserContext | null;
  session: CDPSession | null;
  watch: Watch | null;
}

async function openContext(browser: Browser, pass: ProxyPass, net: Net, device: Device): Promise<BrowserContext> {
  const { width, height, mobile } = DEVICES[device];
  const { server, username, password } = pass;
  const context = await browser.newContext({
    proxy: { server, username, password },
    userAgent: browserAgent(net.userAgent, browser.version(), device),
    viewport: { width, height },
    isMobile: mobile,
    hasTouch: mobile,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: false,
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true, // as plain looks do: pages are public and nothing secret is sent
    permissions: [],
  });
  // As a browser that blocks pop-ups answers; windows that open all the same are closed.
  await context.addInitScript('window.open = () => null');
  await context.routeWebSocket(/./, (socket) => void socket.close());
  return context;
}

interface Visit {
  page: Page;
  session: CDPSession;
  watch: Watch;
  net: Net;
  limits: BrowserLimits;
  began: number;
  leave: Leave;
}

async function visit({ page, session, watch, net, limits, began, leave }: Visit, url: URL, options: RenderOptions): Promise<Rendering> {
  const until = began + limits.pageMs;
  let failed: Outcome | null = null;
  await page.goto(url.href, { waitUntil: 'commit', timeout: limits.pageMs }).catch((error: Error) => {
    if (page.isClosed()) throw new BrowserFault(false, error);
    failed = codeOf(error);
  });
  const { status } = watch.document();
  leave({ distress: status === 429 || status === 503, restMs: null });

  const inside = insider(session, net.settings.bodyBytes);
  const going = failed === null || watch.document().status !== null;
  const seen = going
    ? await settle(inside, watch, limits, Math.min(until, performance.now() + limits.settleMs), options)
    : { html: null, url: '', settled: false, answers: false };
  const document = watch.document();
  const finalUrl = /^https?:/.test(seen.url) ? seen.url : document.url;
  const outcome = ((): Outcome => {
    const stopped = watch.stopped();
    if (stopped !== null) return stopped;
    if (document.failure !== null) return document.failure;
    if (document.status === null) return failed ?? 'timed-out';
    if (seen.html === null) return 'timed-out';
    const answer = { status: document.status, headers: document.headers, body: new Uint8Array(), cut: false, fault: null, code: '' };
    return nameAnswer(answer, quickPage(seen.html), { url: url.href, finalUrl }).outcome;
  })();
  return {
    url: url.href,
    finalUrl,
    outcome,
    status: document.status,
    html: seen.html,
    settled: seen.settled,
    dataCalls: await watch.dataCalls(),
    scriptFaults: watch.scriptFaults(),
    refused: watch.refused(),
    requests: watch.requests(),
    ms: Math.round(performance.now() - began),
    picture:
      options.picture && seen.answers && outcome === 'ok' ? await takePicture(session, inside, options.device ?? 'desktop', limits) : null,
  };
}

/** By Chromium's code; without one the time was up. */
function codeOf(error: Error): Outcome {
  const code = /net::ERR_[A-Z_]+/.exec(error.message)?.[0];
  return code === undefined ? 'timed-out' : outcomeOfCode(code);
}

/** Scripts that never end are ended first: a page that is busy cannot say goodbye. False when it would not close. */
async function closeContext(context: BrowserContext, session: CDPSession | null): Promise<boolean> {
  if (session) await withinMs(session.send('Runtime.terminateExecution'), 500).catch(() => undefined);
  return withinMs(context.close(), CLOSE_MS).then(
    () => true,
    () => context.browser()?.isConnected() !== true,
  );
}
