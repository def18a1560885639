import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { realTicker, type Ticker } from '../clock.ts';
import { createGuard, type Resolve } from '../guard/guard.ts';
import { createGate } from '../polite/gate.ts';
import { createPace } from '../polite/pace.ts';
import { createRobots, type RobotsText } from '../polite/robots.ts';
import { NET_DEFAULTS, type NetSettings } from '../settings.ts';
import { type Agents, createAgents } from './agents.ts';
import { fetchLook } from './fetch-look.ts';
import type { Net } from './net.ts';

export type { Net };

const VERSION = '0.1';

/** Parts of the way out that can be replaced: names, connections, time. */
export interface NetParts {
  resolve?: Resolve;
  agents?: Agents;
  ticker?: Ticker;
  /** Processes that may be asking a host at the same moment; see `PaceSettings`. */
  sharers?: (host: string) => number;
}

/** Opens the way out. One per worker process, so that the pace of a host is one pace. Throws MingchaError on a bad range. */
export function openNet(options: Partial<NetSettings> & NetParts = {}): Net {
  const { resolve, agents: ownAgents, ticker = realTicker, sharers, ...given } = options;
  const settings: NetSettings = { ...NET_DEFAULTS, ...given };
  const guard = createGuard({ allowNetworks: settings.allowNetworks, resolve });
  const agents = ownAgents ?? createAgents(settings, guard);
  const robotsText = async (url: URL): Promise<RobotsText> => {
    const look = await fetchLook(net, url.href, { ignoreRobots: true, read: 'sample', pastCertificate: true });
    return {
      status: look.status,
      text: look.bytes && look.outcome === 'ok' ? decodeHtml(look.bytes, look.headers.contentType).text : null,
    };
  };
  const robots = createRobots(settings.agentName, robotsText, ticker.now);
  const net: Net = {
    settings,
    userAgent: userAgent(settings),
    guard,
    gate: createGate(createPace({ ...settings, sharers }, ticker), settings.obeyRobots ? robots : null),
    agents,
    ticker,
    close: agents.close,
  };
  return net;
}

/** Honest and reachable: who we are and where to complain. Header values are ASCII. */
function userAgent({ agentName, contact }: NetSettings): string {
  const reach = contact === null ? '' : `; +${encodeURI(contact)}`;
  return `Mozilla/5.0 (compatible; ${agentName}/${VERSION}${reach})`;
}
