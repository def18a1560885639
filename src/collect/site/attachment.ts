import type { Instant } from '../../core/date.ts';
import { sha256, stableId } from '../../core/id.ts';
import type { FactData } from '../../evidence/facts.ts';
import { readAttachment } from '../../extract/attachment/read-attachment.ts';
import type { AttachmentReading } from '../../extract/attachment/reading.ts';
import type { Target } from '../frontier/frontier.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Look } from '../http/look.ts';
import { inTurn } from './in-turn.ts';
import type { KnownAttachment } from './job.ts';
import { type Gain, noGain, type Scan } from './scan.ts';

/** A document of the site to fetch. `before`: it was read on an earlier day and is asked for only if it has changed. */
export interface PlannedAttachment {
  key: string;
  target: Target;
  before: KnownAttachment | null;
}

/** Targets looked through for documents. */
const LOOKED_THROUGH = 3_000;
/** One file may take so long to read; a worker has other hosts to serve. */
const READ_MS = 10_000;
/** Members of an archive that are named in the fact. */
const PARTS_NAMED = 100;

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
  const { net, clock, signal } = scan.deps;
  const at = clock.now();
  const asked = { bodyBytes: scan.settings.attachmentBytes, referer: target.foundOn[0]?.url, signal };
  const look = await scan.confirmSoftGone(await fetchLook(net, target.url, before ? { ...asked, unless: before } : asked));
  scan.spend.count(look, 'target', target.own);
  if (look.outcome !== 'ok' && look.outcome !== 'too-large') return gain;
  gain.pageLooks.push({ url: target.url, outcome: 'ok', status: look.status, at });
  const unchanged = look.bytes === null || (before !== null && before.blob === sha256(look.bytes));
  if (!unchanged) gain.facts.push(await attachmentFact(scan, target, look, at));
  return gain;
}

async function attachmentFact(scan: Scan, target: Target, look: Look, at: Instant) {
  const { blobs, net } = scan.deps;
  const { url, foundOn } = target;
  const whole = look.outcome === 'ok' ? (look.bytes ?? new Uint8Array()) : null;
  const reading = await inTurn(net, () => read(look, whole));
  const blob = whole !== null && whole.length > 0 ? await blobs.put(whole) : null;
  const textBlob = reading.outcome === 'read' ? await blobs.put(new TextEncoder().encode(reading.text)) : null;
  const bytes = whole?.length ?? look.headers.contentLength ?? look.received;
  const { etag, lastModified } = look.headers;
  const data: FactData<'attachment'> = {
    url,
    foundOn: [...foundOn],
    outcome: look.outcome,
    ...summary(reading),
    bytes,
    textBlob,
    etag,
    lastModified,
  };
  return scan.fact('attachment', stableId('target', url), at, url, blob, data);
}

/** The reading is work of the processor, so its patience is real time, whatever clock the scan goes by. */
function read({ url, headers }: Look, whole: Uint8Array | null): Promise<AttachmentReading> {
  const until = performance.now() + READ_MS;
  const options = { name: fileName(url), contentType: headers.contentType, more: () => performance.now() < until };
  return whole === null ? readAttachment(new Uint8Array(1), { ...options, limits: { bytes: 0 } }) : readAttachment(whole, options);
}

function summary({ type, named, asNamed, outcome, pages, characters, truncated, parts }: AttachmentReading) {
  const members = parts
    .slice(0, PARTS_NAMED)
    .map(({ name, bytes, reading }) => ({ name, type: reading.type, bytes, reading: reading.outcome }));
  return { type, named, asNamed, reading: outcome, pages, characters, truncated: truncated || parts.length > PARTS_NAMED, parts: members };
}

/** Last part of an address, as people read it. */
function fileName(url: string): string {
  const part = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a name in GBK stays as it is; its ending is plain all the same
  }
}
