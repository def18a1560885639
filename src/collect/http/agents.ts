import { constants } from 'node:crypto';
import { Agent, type Dispatcher } from 'undici';
import type { Guard } from '../guard/guard.ts';
import type { NetSettings } from '../settings.ts';

/** Old servers that visitors still reach must not look dead to us. */
export const PATIENT_TLS = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const;

/** Keep-alive connection pools, one per origin: with certificates checked, and not. */
export interface Agents {
  strict: Dispatcher;
  lenient: Dispatcher;
  close(): Promise<void>;
}

export function createAgents(settings: NetSettings, guard: Guard): Agents {
  const agent = (rejectUnauthorized: boolean): Agent =>
    new Agent({
      connections: settings.perHost,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      headersTimeout: settings.headersMs,
      bodyTimeout: settings.idleMs,
      maxHeaderSize: settings.headerBytes,
      connect: {
        timeout: settings.connectMs,
        lookup: guard.lookup,
        rejectUnauthorized,
        ...PATIENT_TLS,
      },
    });
  const strict = agent(true);
  const lenient = agent(false);
  return {
    strict,
    lenient,
    async close() {
      await Promise.all([strict.destroy(), lenient.destroy()]);
    },
  };
}
