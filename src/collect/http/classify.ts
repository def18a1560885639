import type { Outcome } from '../../evidence/outcome.ts';
import { isBlocked } from './challenge.ts';
import type { Exchange } from './exchange.ts';
import type { Look } from './look.ts';
import { softGone } from './soft-gone.ts';

/** Names a complete answer. A gate is looked for first, whatever the status: a blocked page is never a dead one. */
export function outcomeOfAnswer({ status, headers }: Exchange, bytes: Uint8Array | null, look: Look): Outcome {
  const contentType = look.headers.contentType;
  if (status === null) return 'connect-failed';
  if (isBlocked({ status, headers, bytes, contentType })) return 'blocked';
  if (status >= 200 && status < 300) {
    return bytes !== null && softGone({ bytes, contentType, url: look.url, finalUrl: look.finalUrl }) === 'yes' ? 'soft-gone' : 'ok';
  }
  if (status === 404 || status === 410) return 'gone';
  if (status >= 500 && status < 600) return 'server-error';
  return status >= 400 && status < 500 ? 'client-error' : 'bad-response';
}
