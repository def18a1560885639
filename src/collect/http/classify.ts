import type { Outcome } from '../../evidence/outcome.ts';
import { isBlocked } from './challenge.ts';
import type { Exchange } from './exchange.ts';
import { type QuickPage, quickRead } from './quick-text.ts';
import { softGone } from './soft-gone.ts';

/** What is around the answer: its content type, the address asked for and the one that answered. */
export interface AnswerContext {
  contentType: string | null;
  url: string;
  finalUrl: string;
}

/** Names a complete answer. A gate is looked for first, whatever the status: a blocked page is never a dead one. */
export function outcomeOfAnswer({ status, headers }: Exchange, bytes: Uint8Array | null, context: AnswerContext): Outcome {
  if (status === null) return 'connect-failed';
  const page = readable(bytes, context.contentType);
  if (isBlocked({ status, headers, page })) return 'blocked';
  if (status >= 200 && status < 300) return page && softGone(page, context.url, context.finalUrl) === 'yes' ? 'soft-gone' : 'ok';
  if (status === 404 || status === 410) return 'gone';
  if (status >= 500 && status < 600) return 'server-error';
  return status >= 400 && status < 500 ? 'client-error' : 'bad-response';
}

/** The page when there is one to read: text, or something that does not say what it is and looks like markup. */
export function readable(bytes: Uint8Array | null, contentType: string | null): QuickPage | null {
  if (bytes === null || bytes.length === 0) return null;
  const isText = contentType ? /html|text\/plain/i.test(contentType) : bytes.subarray(0, 64).includes(0x3c);
  return isText ? quickRead(bytes, contentType) : null;
}
