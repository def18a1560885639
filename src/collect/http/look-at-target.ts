import type { Outcome } from '../../evidence/outcome.ts';
import { fetchLook } from './fetch-look.ts';
import type { Look, LookOptions } from './look.ts';
import type { Net } from './net.ts';

/** `part`: a style sheet or script; a reader misses it only by what it does to the page, so only crawls of a whole site look at it. */
export type Relation = 'link' | 'image' | 'attachment' | 'part';

/** Answers to HEAD that need no second question. Everything else may be a server that cannot do HEAD. */
const FINAL_ON_HEAD: readonly Outcome[] = [
  'refused-address',
  'robots',
  'dns-failed',
  'connect-failed',
  'timed-out',
  'tls-failed',
  'redirect-loop',
];

/**
 * One look at where a link, picture or attachment leads. Pages of the site's own hosts are fetched (an error page
 * that answers 200 shows only so); pictures, files and other hosts are asked with HEAD first.
 * `again`: a later look at a target that failed; HEAD is no longer trusted.
 */
export async function lookAtTarget(
  net: Net,
  target: { url: string; relation: Relation; own: boolean },
  options: LookOptions & { again?: boolean } = {},
): Promise<Look> {
  const { again = false, ...rest } = options;
  const get = async (): Promise<Look> =>
    shown(await fetchLook(net, target.url, { ...rest, method: 'GET', read: 'sample' }), target.relation);
  if (again || (target.relation === 'link' && target.own)) return get();
  const head = await fetchLook(net, target.url, { ...rest, method: 'HEAD' });
  if (head.status === 429 || FINAL_ON_HEAD.includes(head.outcome)) return head;
  return head.outcome === 'ok' && !doubtful(head, target.relation) ? head : get();
}

/** A picture that says it is a page, or is empty, must be looked at itself. */
function doubtful({ headers }: Look, relation: Relation): boolean {
  return headers.contentLength === 0 || (relation === 'image' && /html/i.test(headers.contentType ?? ''));
}

/** A picture address that answers with a page or with nothing shows no picture, whatever its status says. */
function shown(look: Look, relation: Relation): Look {
  if (relation !== 'image' || look.outcome !== 'ok') return look;
  const page = /html/i.test(look.headers.contentType ?? '') && look.bytes?.subarray(0, 64).includes(0x3c);
  return page || look.bytes?.length === 0 ? { ...look, outcome: 'soft-gone' } : look;
}
