import type { Outcome } from '../../evidence/outcome.ts';
import { isBlocked } from './challenge.ts';
import type { Exchange } from './exchange.ts';
import { type QuickPage, quickRead } from './quick-text.ts';
import { softGone } from './soft-gone.ts';

/** What is around the answer: the address asked for and the one that answered. */
export interface AnswerContext {
  url: string;
  finalUrl: string;
}

/** Names a complete answer. A gate is looked for first, whatever the status: a blocked page is never a dead one. */
export function outcomeOfAnswer({ status, headers }: Exchange, page: QuickPage | null, context: AnswerContext): Outcome {
  if (status === null) return 'connect-failed';
  if (isBlocked({ status, headers, page })) return 'blocked';
  if (status >= 200 && status < 300) return page && softGone(page, context.url, context.finalUrl) === 'yes' ? 'soft-gone' : 'ok';
  if (status === 404 || status === 410) return 'gone';
  if (status >= 500 && status < 600) return 'server-error';
  return status >= 400 && status < 500 ? 'client-error' : 'bad-response';
}

/** The page when there is one to read: text, or something that does not say what it is and looks like markup. */
export function readable(bytes: Uint8Array | null, contentType: string | null): QuickPage | null {
  return isReadable(bytes, contentType) ? quickRead(bytes, contentType) : null;
}

export function isReadable(bytes: Uint8Array | null, contentType: string | null): bytes is Uint8Array {
  if (bytes === null || bytes.length === 0) return false;
  return contentType ? /html|text\/plain/i.test(contentType) : bytes.subarray(0, 64).includes(0x3c);
}
