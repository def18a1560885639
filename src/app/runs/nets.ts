import { type Net, openNet } from '../../collect/index.ts';
import type { AreaSettings } from '../area-settings.ts';
import type { Config } from '../config.ts';

/** The ways out of one worker: one for the world, one for the sample areas that this machine itself serves on loopback. */
export interface Nets {
  for(settings: Pick<AreaSettings, 'clock' | 'obeyRobots'>): Net;
  close(): Promise<void>;
}

/** Sample sites answer on loopback, at no pace but their own. Only areas loaded as samples (simulated clock) get this way out. */
const SAMPLE = { allowNetworks: ['127.0.0.0/8'], paceMs: 0, perHost: 8 };

/** `sharers` as in `Crowd`; left out where nobody else is at work. */
export function openNets(config: Pick<Config, 'allowNetworks' | 'contact'>, sharers?: (host: string) => number): Nets {
  const opened = new Map<string, Net>();
  function open(key: string, options: Parameters<typeof openNet>[0]): Net {
    const net = opened.get(key) ?? openNet({ contact: config.contact, ...options });
    opened.set(key, net);
    return net;
  }
  return {
    for: ({ clock, obeyRobots }) =>
      clock === 'simulated'
        ? open('sample', SAMPLE)
        : open(`world ${obeyRobots}`, { allowNetworks: config.allowNetworks, obeyRobots, sharers }),
    async close() {
      await Promise.all([...opened.values()].map((net) => net.close()));
    },
  };
}
