import type { Frame, Page, Request, Response, Route } from 'playwright-core';
import type { Outcome } from '../../evidence/outcome.ts';
import { parseAddress } from '../http/address.ts';
import type { Net } from '../http/net.ts';
import type { Leave } from '../polite/pace.ts';
import { type DataCall, entriesIn } from './data-call.ts';
import type { BrowserLimits } from './limits.ts';
import type { ProxyPass } from './proxy.ts';
import type { RenderOptions } from './rendering.ts';
import { isWanted } from './wanted.ts';
import { withinMs } from './within.ts';

/** What goes on in one page. */
export interface Watch {
  /** Answers the page's questions, or refuses them. */
  route(route: Route): Promise<void>;
  /** Requests under way, and the moment of the last beginning or end of one. */
  pending(): number;
  lastAt(): number;
  requests(): number;
  /** Last document asked for by the page itself. */
  document(): { url: string; status: number | null; headers: Record<string, string>; failure: Outcome | null };
  /** Why the page may not go where it wants; null while it may. */
  stopped(): Outcome | null;
  /** Addresses the guard refused. */
  refused(): string[];
  dataCalls(): Promise<DataCall[]>;
  scriptFaults(): number;
  /** Gives back whatever turn at a host is still held. */
  leaveAll(): void;
}

const MAX_CALLS = 50;
const MAX_BODY = 1_000_000;

/** Chromium's own codes of failed documents. Unknown ones are our ignorance. */
const BY_CODE: Record<string, Outcome> = {
  'net::ERR_TIMED_OUT': 'timed-out',
  'net::ERR_TOO_MANY_REDIRECTS': 'redirect-loop',
  'net::ERR_EMPTY_RESPONSE': 'cut-off',
  'net::ERR_CONTENT_LENGTH_MISMATCH': 'cut-off',
  'net::ERR_INCOMPLETE_CHUNKED_ENCODING': 'cut-off',
  'net::ERR_INVALID_RESPONSE': 'bad-response',
  'net::ERR_INVALID_HTTP_RESPONSE': 'bad-response',
  'net::ERR_ABORTED': 'bad-response', // a file to keep, not a page
  'net::ERR_UNSAFE_PORT': 'refused-address',
  'net::ERR_DISALLOWED_URL_SCHEME': 'refused-address',
};

export function outcomeOfCode(code: string): Outcome {
  return BY_CODE[code] ?? (/^net::ERR_(?:SSL|CERT)_/.test(code) ? 'tls-failed' : 'connect-failed');
}

export function watchPage(page: Page, net: Net, pass: ProxyPass, limits: BrowserLimits, options: RenderOptions): Watch {
  const open = new Set<Request>();
  const ours = new Set<Request>(); // refused by us: no fault of the page
  const calls = new Map<Request, Response | null>();
  const refused = new Set<string>();
  const turns = new Map<Request, Leave>();
  let document: ReturnType<Watch['document']> = { url: page.url(), status: null, headers: {}, failure: null };
  let lastAt = performance.now();
  let requests = 0;
  let documents = 0;
  let scriptFaults = 0;
  let stopped: Outcome | null = null;

  const isDocument = (request: Request): boolean => request.isNavigationRequest() && frameOf(request) === page.mainFrame();
  const isCall = (request: Request): boolean => request.resourceType() === 'xhr' || request.resourceType() === 'fetch';

  function ended(request: Request): void {
    open.delete(request);
    lastAt = performance.now();
    turns.get(request)?.({ distress: false, restMs: null });
    turns.delete(request);
  }

  page.on('request', (request) => {
    requests += 1;
    lastAt = performance.now();
    open.add(request);
    if (isCall(request) && calls.size < MAX_CALLS) calls.set(request, null);
    if (isDocument(request)) document = { url: request.url(), status: null, headers: {}, failure: null };
  });
  page.on('response', (response) => {
    const request = response.request();
    if (calls.has(request)) calls.set(request, response);
    if (!isDocument(request)) return;
    const status = response.status();
    document = { url: request.url(), status, headers: response.headers(), failure: null };
    turns.get(request)?.({ distress: status === 429 || status === 503, restMs: null });
    turns.delete(request);
  });
  page.on('requestfinished', (request) => {
    ended(request);
    if (request.resourceType() === 'script' && (request.existingResponse()?.status() ?? 200) >= 400) scriptFaults += 1;
  });
  page.on('requestfailed', (request) => {
    ended(request);
    if (request.resourceType() === 'script' && !ours.has(request)) scriptFaults += 1;
    if (isDocument(request) && request.url() === document.url && document.status === null)
      document = { ...document, failure: outcomeOfCode(request.failure()?.errorText ?? '') };
  });
  page.on('pageerror', () => {
    scriptFaults += 1;
  });

  /** Null when the page may go there; its turn at the host is then held until the answer. */
  async function mayOpen(request: Request, url: URL): Promise<Outcome | null> {
    documents += 1;
    if (documents > net.settings.maxRedirects) return 'redirect-loop';
    if (documents === 1) return null; // the caller has waited for this one
    const entered = await net.gate.enter(url, { ignoreRobots: false, signal: options.signal });
    if (typeof entered === 'string') return entered;
    turns.set(request, entered);
    return null;
  }

  return {
    async route(route) {
      const request = route.request();
      const url = parseAddress(request.url());
      const refuse = (): Promise<void> => {
        ours.add(request);
        return route.abort('blockedbyclient').catch(() => undefined);
      };
      if (url === null || requests > limits.pageRequests || isStranger(request, page)) return refuse();
      if (!net.guard.permits(url)) {
        refused.add(url.href);
        if (isDocument(request)) stopped ??= 'refused-address';
        return refuse();
      }
      if (!isWanted({ url, type: request.resourceType(), method: request.method() }, options)) return refuse();
      if (isDocument(request)) {
        const reason = await mayOpen(request, url).catch((): Outcome => 'blocked');
        if (reason !== null) {
          stopped ??= reason;
          return refuse();
        }
      }
      await route.continue().catch(() => undefined);
    },
    pending: () => open.size,
    lastAt: () => lastAt,
    requests: () => requests,
    document: () => document,
    stopped() {
      const address = parseAddress(document.url);
      return stopped ?? (address && pass.failure(address)) ?? null;
    },
    refused: () => [...new Set([...refused, ...pass.refused])],
    scriptFaults: () => scriptFaults,
    dataCalls: () =>
      Promise.all([...calls].filter(([request]) => !ours.has(request)).map(([request, response]) => callOf(request, response, pass))),
    leaveAll() {
      for (const leave of turns.values()) leave({ distress: false, restMs: null });
      turns.clear();
    },
  };
}

/** Null for the first request of a window that a script has just opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** What another window asks for; requests of workers have no frame and belong to their page. */
function isStranger(request: Request, page: Page): boolean {
  const frame = frameOf(request);
  return frame === null ? request.isNavigationRequest() : frame.page() !== page;
}

async function callOf(request: Request, response: Response | null, pass: ProxyPass): Promise<DataCall> {
  const url = request.url();
  const status = response?.status() ?? null;
  const address = parseAddress(url);
  const failed = address === null ? 'connect-failed' : pass.failure(address);
  const outcome: Outcome =
    failed ?? (status === null ? 'connect-failed' : status < 400 ? 'ok' : status < 500 ? 'client-error' : 'server-error');
  let entries: DataCall['entries'] = 'unknown';
  if (outcome === 'ok' && response !== null) {
    const body = await withinMs(response.text(), 1_000).catch(() => null);
    if (body !== null && body.length <= MAX_BODY) entries = entriesIn(body);
  }
  return { url, method: request.method(), status, outcome, entries };
}
