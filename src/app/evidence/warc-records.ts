import type { Instant } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { IDENTICAL_PAYLOAD, type WarcRecord, warcDigest, warcId } from '../../evidence/warc.ts';

const JSON_TYPE = 'application/json';

/** First record of the file: what it is and who wrote it. */
export function infoRecord(fileName: string, problemId: string, at: Instant): WarcRecord {
  const lines = ['software: Mingcha', 'format: WARC File Format 1.1', `description: evidence of problem ${problemId}`];
  const block = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
  return { type: 'warcinfo', at, block, contentType: 'application/warc-fields', fields: { 'WARC-Filename': encodeURIComponent(fileName) } };
}

/** The kept bytes of one look. */
export function resourceRecord(fact: Fact, bytes: Uint8Array): WarcRecord {
  return { type: 'resource', at: fact.at, block: bytes, contentType: typeOf(bytes), fields: { 'WARC-Target-URI': addressOf(fact) } };
}

/** A later look at the same address that saw the very same bytes. */
export function revisitRecord(fact: Fact, first: WarcRecord): WarcRecord {
  const fields = {
    'WARC-Target-URI': addressOf(fact),
    'WARC-Profile': IDENTICAL_PAYLOAD,
    'WARC-Payload-Digest': warcDigest(first.block),
    'WARC-Refers-To': warcId(first),
    'WARC-Refers-To-Target-URI': first.fields['WARC-Target-URI'] as string,
    'WARC-Refers-To-Date': first.at,
  };
  return { type: 'revisit', at: fact.at, block: new Uint8Array(), contentType: first.contentType, fields };
}

/** The facts, the problem and its history, as JSON. */
export function metadataRecord(problemId: string, content: unknown, at: Instant): WarcRecord {
  const block = Buffer.from(`${JSON.stringify(content, null, 1)}\n`);
  return {
    type: 'metadata',
    at,
    block,
    contentType: JSON_TYPE,
    fields: { 'WARC-Target-URI': `urn:mingcha:${encodeURIComponent(problemId)}` },
  };
}

/** The address a look went to; what came from a sheet or by hand gets a name of its own. */
export function addressOf({ source, data }: Fact): string {
  const address = 'url' in data ? data.url : source;
  const web = URL.canParse(address) && /^https?:/i.test(address);
  return web ? new URL(address).href : `urn:mingcha:source:${encodeURIComponent(address)}`;
}

const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{|^\s*\[/, JSON_TYPE],
  [/^\s*(?:<\?xml[^>]*\?>\s*)?<(?:rss|feed|rdf)/i, 'application/xml'],
  [/<(?:!doctype|html|head|body|title|meta|div)\b/i, 'text/html'],
  [/^%PDF-/, 'application/pdf'],
  [/^\x89PNG/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8/, 'image/gif'],
];

/** What the bytes begin like: the type the server named is not kept with them. */
function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return SIGNATURES.find(([sign]) => sign.test(head))?.[1] ?? 'application/octet-stream';
}
