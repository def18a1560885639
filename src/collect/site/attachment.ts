import { sha256, stableId } from '../../core/id.ts';
import type { Target } from '../frontier/frontier.ts';
import type { KnownAttachment } from './job.ts';
import { fetchAttachment, keepAttachment } from './keep-attachment.ts';
import { type Gain, noGain, type Scan } from './scan.ts';

/** A document of the site to fetch. `before`: it was read on an earlier day and is asked for only if it has changed. */
export interface PlannedAttachment {
  key: string;
  target: Target;
  before: KnownAttachment | null;
}

/** Targets looked through for documents. */
const LOOKED_THROUGH = 3_000;

export const attachmentKey = (url: string): string => `attachment:${url}`;

/** Documents of the site's own hosts to fetch in this scan: those never read first, then those that may have changed since. */
export async function plannedAttachments(scan: Scan): Promise<PlannedAttachment[]> {
  const room = scan.settings.maxAttachments - scan.countFinished(attachmentKey(''));
  if (room <= 0) return [];
  const found = (await scan.frontier.fresh(LOOKED_THROUGH)).filter(({ own, relation }) => own && relation === 'attachment');
  const urls = found.map(({ url }) => url);
  const known = await scan.known.attachments(urls);
  const opened = await scan.known.opened(urls);
  const plan = (target: Target): PlannedAttachment => ({
    key: attachmentKey(target.url),
    target,
    before: known.get(target.url) ?? null,
  });
  const unread = found.filter(({ url }) => !known.has(url));
  const older = found.filter(({ url }) => isConditional(known.get(url)) && !opened.has(url));
  return [...unread, ...older].slice(0, room).map(plan);
}

const isConditional = (before: KnownAttachment | undefined): boolean =>
  before !== undefined && (before.etag !== null || before.lastModified !== null);

/**
 * Fetches a document, keeps its bytes and its text and writes one `attachment` fact. When it opens, that is the look at
 * the address too; when it does not, nothing is said here: the look that follows for its `link` fact says it.
 */
export async function lookAtAttachment(scan: Scan, { target, before }: PlannedAttachment): Promise<Gain> {
  const gain = noGain();
  const at = scan.deps.clock.now();
  const look = await scan.confirmSoftGone(await fetchAttachment(scan.deps, target, scan.settings.attachmentBytes, before));
  scan.spend.count(look, 'target', target.own);
  if (look.outcome !== 'ok' && look.outcome !== 'too-large') return gain;
  gain.pageLooks.push({ url: target.url, outcome: 'ok', status: look.status, at });
  const unchanged = look.bytes === null || (before !== null && before.blob === sha256(look.bytes));
  if (unchanged) return gain;
  const { data, blob } = await keepAttachment(scan.deps, target, look);
  gain.facts.push(scan.fact('attachment', stableId('target', target.url), at, target.url, blob, data));
  return gain;
}
