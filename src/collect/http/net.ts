import type { Ticker } from '../clock.ts';
import type { Guard } from '../guard/guard.ts';
import type { Gate } from '../polite/gate.ts';
import type { NetSettings } from '../settings.ts';
import type { Agents } from './agents.ts';

/** Everything that looks of one worker share: connections, guard, robots rules and the pace of every host. */
export interface Net {
  settings: NetSettings;
  userAgent: string;
  guard: Guard;
  gate: Gate;
  agents: Agents;
  ticker: Ticker;
  /** Breaks off what is under way and frees the connections. */
  close(): Promise<void>;
}
