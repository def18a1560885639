import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const DEFLATED = 8;
/** No part of a document that is changed here is larger unpacked. */
const PART_BYTES = 64 * 1_048_576;

/** A zip whose parts can be replaced or added; all others keep their bytes as they are. */
export interface EditableZip {
  /** Unpacked; null when there is no such part. Letter case counts. */
  read(name: string): Buffer | null;
  /** The zip with these parts in place of their old ones, new ones at the end. */
  with(parts: ReadonlyMap<string, Uint8Array>): Uint8Array;
}

interface Entry {
  name: string;
  /** Its record in the directory. */
  record: Buffer;
  /** Its local head and packed bytes, with what may follow. */
  local: Buffer;
  packed: Buffer;
  method: number;
}

/** @throws RangeError when the bytes are no zip, are encrypted or too large for one without zip64. */
export function editZip(bytes: Uint8Array): EditableZip {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(zip);
  return {
    read(name) {
      const entry = entries.find((one) => one.name === name);
      if (!entry) return null;
      return entry.method === DEFLATED ? inflateRawSync(entry.packed, { maxOutputLength: PART_BYTES }) : entry.packed;
    },
    with(parts) {
      const kept = entries.map((entry) => {
        const content = parts.get(entry.name);
        return content ? repacked(entry, content) : entry;
      });
      const known = new Set(entries.map(({ name }) => name));
      const added = [...parts].filter(([name]) => !known.has(name)).map(([name, content]) => newEntry(name, content));
      return assemble([...kept, ...added]);
    },
  };
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_LENGTH > zip.length || zip.readUInt32LE(end) !== END) throw new RangeError('not a zip: no end record');
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  const places: number[] = [];
  for (let at = start, i = 0; i < count; i += 1) {
    if (at + CENTRAL_LENGTH > zip.length || zip.readUInt32LE(at) !== CENTRAL) throw new RangeError('not a zip: broken directory');
    const length = CENTRAL_LENGTH + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const local = zip.readUInt32LE(at + 42);
    if ((zip.readUInt16LE(at + 8) & 1) !== 0 || local === 0xffffffff) throw new RangeError('not a plain zip');
    if (local + LOCAL_LENGTH > zip.length || zip.readUInt32LE(local) !== LOCAL) throw new RangeError('not a zip: broken entry');
    const name = zip.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + zip.readUInt16LE(at + 28));
    const data = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    entries.push({ name, record: zip.subarray(at, at + length), local: zip, packed, method: zip.readUInt16LE(at + 10) });
    places.push(local);
    at += length;
  }
  // What stands between an entry and the next one (data descriptors) belongs to it.
  const borders = [...places, start].sort((a, b) => a - b);
  return entries.map((entry, i) => {
    const from = places[i] as number;
    return { ...entry, local: zip.subarray(from, borders.find((border) => border > from) ?? start) };
  });
}

function repacked(entry: Entry, content: Uint8Array): Entry {
  return { ...newEntry(entry.name, content), name: entry.name };
}

function newEntry(name: string, content: Uint8Array): Entry {
  const packed = deflateRawSync(content);
  const label = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x800, 2); // names in UTF-8
  head.writeUInt16LE(DEFLATED, 4);
  head.writeUInt16LE(0x21, 8); // 1980-01-01, the first day a zip can hold
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(label.length, 22);
  const record = Buffer.alloc(CENTRAL_LENGTH);
  record.writeUInt32LE(CENTRAL, 0);
  record.writeUInt16LE(20, 4);
  head.copy(record, 6);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL, 0);
  return { name, record: Buffer.concat([record, label]), local: Buffer.concat([signature, head, label, packed]), packed, method: DEFLATED };
}

function assemble(entries: readonly Entry[]): Uint8Array {
  let at = 0;
  const records = entries.map(({ record, local }) => {
    const placed = Buffer.from(record);
    placed.writeUInt32LE(at, 42);
    at += local.length;
    return placed;
  });
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...entries.map(({ local }) => local), directory, end]);
}
