import yauzl from 'yauzl';
import type { Allowance } from '../allowance.ts';
import { ReadingFault } from '../reading.ts';
import { memberName } from './member-name.ts';

/** One file of a zip archive. */
export interface Member {
  name: string;
  /** As declared. */
  bytes: number;
  encrypted: boolean;
  /** Unpacked piece by piece; throws ReadingFault 'too-large' for a bomb and stops early when the allowance is used up. */
  pieces(): AsyncGenerator<Buffer>;
}

export interface Archive {
  members: Member[];
  /** By its name with `/`, letter case ignored, as Office does. */
  find(name: string): Member | undefined;
}

/** Members and folders listed at most; more belong to no document and no attachment. */
const LISTED = 20_000;

/** Reads the directory of a zip file. Throws when it has none that can be read; nothing is unpacked yet. */
export async function openArchive(bytes: Uint8Array, allowance: Allowance): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false });
  const members: Member[] = [];
  const byName = new Map<string, Member>();
  let listed = 0;
  for await (const entry of zip.eachEntry()) {
    // Folders too: a directory of nothing else is long enough to hold somebody up.
    if (listed >= LISTED || !allowance.goOn()) {
      allowance.truncated = true;
      break;
    }
    listed += 1;
    const name = memberName(entry);
    if (name.endsWith('/')) continue;
    const member: Member = {
      name,
      bytes: entry.uncompressedSize,
      encrypted: entry.isEncrypted(),
      pieces: () => unpack(zip, entry, allowance),
    };
    members.push(member);
    const key = keyOf(name);
    if (!byName.has(key)) byName.set(key, member);
  }
  return { members, find: (name) => byName.get(keyOf(name)) };
}

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

async function* unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, allowance: Allowance): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new ReadingFault('encrypted');
  const stream = await zip.openReadStreamPromise(entry);
  const { ratio, ratioFrom } = allowance.limits;
  let size = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > ratioFrom && size > ratio * entry.compressedSize) throw new ReadingFault('too-large');
      if (!allowance.unpack(piece.length)) return;
      yield piece;
    }
  } finally {
    stream.destroy();
  }
}

/** A member held whole. Throws ReadingFault 'too-large' when it is larger than `limit` or the allowance has no room for it. */
export async function wholeMember(member: Member, limit: number, allowance: Allowance): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of member.pieces()) {
    size += piece.length;
    if (size > limit) throw new ReadingFault('too-large');
    pieces.push(piece);
  }
  if (size < member.bytes) throw new ReadingFault(allowance.givenUp ? 'given-up' : 'too-large');
  return Buffer.concat(pieces, size);
}
