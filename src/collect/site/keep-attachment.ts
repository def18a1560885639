import type { FactData } from '../../evidence/facts.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { readAttachment } from '../../extract/attachment/read-attachment.ts';
import type { AttachmentReading } from '../../extract/attachment/reading.ts';
import type { Target } from '../frontier/frontier.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Look, LookOptions } from '../http/look.ts';
import type { Net } from '../http/net.ts';
import { inTurn } from './in-turn.ts';

/** How long reading one file may take; a worker has other hosts to serve. */
const READ_MS = 10_000;
/** Members of an archive that are named in the fact. */
const PARTS_NAMED = 100;

interface Deps {
  net: Net;
  blobs: BlobStore;
  signal?: AbortSignal | undefined;
}
type Found = Pick<Target, 'url' | 'foundOn'>;

/** One look at a document, up to `bytes` of it; `unless`: the version that is known already. */
export function fetchAttachment(
  { net, signal }: Deps,
  { url, foundOn }: Found,
  bytes: number,
  unless: LookOptions['unless'] | null,
): Promise<Look> {
  return fetchLook(net, url, {
    bodyBytes: bytes,
    ...(foundOn[0] ? { referer: foundOn[0].url } : {}),
    ...(unless ? { unless } : {}),
    ...(signal ? { signal } : {}),
  });
}

/** Reads a fetched document, keeps its bytes and, apart, its text. Of one that was too large to fetch whole only size and name are told. */
export async function keepAttachment(
  { net, blobs }: Deps,
  { url, foundOn }: Found,
  look: Look,
): Promise<{ data: FactData<'attachment'>; blob: string | null }> {
  const whole = look.outcome === 'ok' ? (look.bytes ?? new Uint8Array()) : null;
  const reading = await inTurn(net, () => read(look, whole));
  const blob = whole !== null && whole.length > 0 ? await blobs.put(whole) : null;
  const textBlob = reading.outcome === 'read' ? await blobs.put(new TextEncoder().encode(reading.text)) : null;
  const bytes = whole?.length ?? look.headers.contentLength ?? look.received;
  const { etag, lastModified } = look.headers;
  const data = { url, foundOn: [...foundOn], outcome: look.outcome, ...summary(reading), bytes, textBlob, etag, lastModified };
  return { data, blob };
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
