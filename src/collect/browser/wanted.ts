import type { RenderOptions } from './rendering.ts';

/** Visitor counters: a look that is no visit must not be counted as one. */
const COUNTERS =
  /(?:^|\.)(?:hm\.baidu\.com|hmcdn\.baidu\.com|tongji\.baidu\.com|cnzz\.com|umeng\.com|51\.la|51yes\.com|google-analytics\.com|googletagmanager\.com|doubleclick\.net|growingio\.com|sensorsdata\.cn|ta\.trs\.cn|webdig\.trs\.cn)$/;
/** Never needed to read or to picture a page. `websocket` and the like bring news, not lists. */
const NEVER = new Set(['media', 'texttrack', 'eventsource', 'websocket', 'ping', 'manifest', 'cspviolationreport', 'prefetch']);
/** Asked for by scripts that build lists, wherever they live. */
const NEEDED = new Set(['document', 'script', 'xhr', 'fetch']);
/** A reader reads; whatever else a script may want would change something. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Whether a page gets what it asks for. The guard is asked besides, at the proxy. */
export function isWanted(
  request: { url: URL; type: string; method: string },
  { picture = false, isOwn = () => true }: Pick<RenderOptions, 'picture' | 'isOwn'>,
): boolean {
  const { url, type, method } = request;
  if (!METHODS.has(method) || NEVER.has(type) || COUNTERS.test(url.hostname)) return false;
  if (NEEDED.has(type) || picture) return true;
  return type === 'stylesheet' && isOwn(url.href);
}
