import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Instant } from '../core/date.ts';
import { sha256 } from '../core/id.ts';

const compress = promisify(gzip);

/**
 * One record of a WARC 1.1 file (ISO 28500:2017). `resource`, not `response`: what is kept are the bytes of the page, not
 * the HTTP head they came with, and evidence is not made up.
 */
export interface WarcRecord {
  type: 'warcinfo' | 'resource' | 'revisit' | 'metadata';
  at: Instant;
  /** Empty for a revisit. */
  block: Uint8Array;
  contentType: string;
  /** Further fields in order: WARC-Target-URI, WARC-Filename … */
  fields: Readonly<Record<string, string>>;
}

export const IDENTICAL_PAYLOAD = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest';

/** Digest as WARC labels it; the hex is the same that names the file in the evidence folder. */
export const warcDigest = (block: Uint8Array): string => `sha256:${sha256(block)}`;

/** Id of a record, from what is in it: the same evidence exported twice has the same ids. */
export function warcId(record: WarcRecord): string {
  const hex = sha256(JSON.stringify([record.type, record.at, record.fields, sha256(record.block)]));
  // A UUID of version 8 (made by our own rule), variant 10.
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return `<urn:uuid:${uuid}>`;
}

/** A record as a gzip member of its own, so that a reader can jump to it. Throws RangeError on a field that holds a line end. */
export async function warcMember(record: WarcRecord): Promise<Uint8Array> {
  const fields = {
    'WARC-Type': record.type,
    'WARC-Record-ID': warcId(record),
    'WARC-Date': record.at,
    ...record.fields,
    'WARC-Block-Digest': warcDigest(record.block),
    ...(record.type === 'resource' ? { 'WARC-Payload-Digest': warcDigest(record.block) } : {}),
    ...(record.block.length > 0 ? { 'Content-Type': record.contentType } : {}),
    'Content-Length': String(record.block.length),
  };
  const lines = Object.entries(fields).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new RangeError(`WARC field ${name} holds a line end`);
    return `${name}: ${value}\r\n`;
  });
  return compress(Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), record.block, Buffer.from('\r\n\r\n')]));
}
