import type { Outcome } from '../../evidence/outcome.ts';
import type { Exchange } from './attempt.ts';
import { isBlocked } from './challenge.ts';
import { type QuickPage, quickRead } from './quick-text.ts';
import { softGone } from './soft-gone.ts';

/** What is around the answer: the address asked for and the one that answered. */
export interface AnswerContext {
  url: string;
  finalUrl: string;
}

/** What an answer is. `perhapsGone`: it opened, but speaks like an error page with a frame around it (`createSoftGoneProbe` decides). */
export interface NamedAnswer {
  outcome: Outcome;
  perhapsGone: boolean;
}

/** Names a complete answer. A gate is looked for first, whatever the status: a blocked page is never a dead one. */
export function nameAnswer(answer: Exchange, page: QuickPage | null, context: AnswerContext): NamedAnswer {
  const { status, headers } = answer;
  if (status === null) return { outcome: 'connect-failed', perhapsGone: false };
  if (isBlocked({ status, headers, page })) return { outcome: 'blocked', perhapsGone: false };
  if (status < 200 || status >= 300) return { outcome: outcomeOfStatus(status), perhapsGone: false };
  const gone = page === null ? 'no' : softGone(page, context.url, context.finalUrl);
  return { outcome: gone === 'yes' ? 'soft-gone' : 'ok', perhapsGone: gone === 'perhaps' };
}

export const outcomeOfAnswer = (...given: Parameters<typeof nameAnswer>): Outcome => nameAnswer(...given).outcome;

function outcomeOfStatus(status: number): Outcome {
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
