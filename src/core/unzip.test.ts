import { describe, expect, it } from 'vitest';
import { zip } from '../app/import/testing/hostile-files.ts';
import { unzip, type ZipTrouble } from './unzip.ts';

const MB = 1_048_576;
const MOST = { bytes: 4 * MB, parts: 2_000 };
const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2]);
const END = Buffer.from([0x50, 0x4b, 5, 6]);

/** An archive with some of its bytes written over, counted from its first central entry or its end record. */
function lying(parts: Parameters<typeof zip>[0], from: Buffer, change: (zip: Buffer, at: number) => void): Uint8Array {
  const bytes = Buffer.from(zip(parts));
  change(bytes, bytes.lastIndexOf(from));
  return bytes;
}
/** So many entries of the directory, all of the one file there is (a bomb by overlapping). */
function overlapping(times: number, content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip({ a: content }));
  const [entry, end] = [bytes.lastIndexOf(CENTRAL), bytes.lastIndexOf(END)];
  const record = bytes.subarray(entry, end);
  const last = Buffer.from(bytes.subarray(end));
  last.writeUInt16LE(times, 8);
  last.writeUInt16LE(times, 10);
  return Buffer.concat([bytes.subarray(0, entry), ...Array<Buffer>(times).fill(record), last]);
}
const read = (bytes: Uint8Array): ZipTrouble | Record<string, string> => {
  const parts = unzip(bytes, MOST);
  return typeof parts === 'string' ? parts : Object.fromEntries(parts.map(({ name, bytes: part }) => [name.toString(), part.toString()]));
};
/** As Java writes tables for download: what fits the old fields stands in the wide ones (zip64) all the same; `end`: the directory too. */
function wide(parts: Parameters<typeof zip>[0], { end = false, record = 0 } = {}): Uint8Array {
  const narrow = Buffer.from(zip(parts));
  const [first, last] = [narrow.indexOf(CENTRAL), narrow.lastIndexOf(END)];
  const entries: Buffer[] = [];
  for (let at = first; at < last; ) {
    const nameEnd = at + 46 + narrow.readUInt16LE(at + 28);
    const entry = Buffer.from(narrow.subarray(at, nameEnd));
    const extra = Buffer.alloc(4 + 4 + 24);
    // Another field stands before it.
    extra.writeUInt16LE(0xcafe, 0);
    extra.writeUInt16LE(1, 4);
    extra.writeUInt16LE(24, 6);
    for (const [i, field] of [24, 20, 42].entries()) {
      extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 8 + i * 8);
      entry.writeUInt32LE(0xffffffff, field);
    }
    entry.writeUInt16LE(extra.length, 30);
    entries.push(entry, extra);
    at = nameEnd;
  }
  const directory = Buffer.concat(entries);
  const tail = Buffer.from(narrow.subarray(last));
  if (!end) return Buffer.concat([narrow.subarray(0, first), directory, tail]);
  const [head, pointer] = [Buffer.alloc(56), Buffer.alloc(20)];
  head.writeUInt32LE(0x06064b50, 0);
  head.writeBigUInt64LE(BigInt(tail.readUInt16LE(10)), 32);
  head.writeBigUInt64LE(BigInt(first), 48);
  pointer.writeUInt32LE(0x07064b50, 0);
  pointer.writeBigUInt64LE(BigInt(first + directory.length + record), 8);
  tail.writeUInt16LE(0xffff, 10);
  tail.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([narrow.subarray(0, first), directory, head, pointer, tail]);
}
const good = zip({ 'a.txt': '甲', 'b/c.txt': '乙' });

describe('a zip', () => {
  it.each<[string, Uint8Array, ZipTrouble | object]>([
    ['as it should be', good, { 'a.txt': '甲', 'b/c.txt': '乙' }],
    ['with something after its end', Buffer.concat([good, Buffer.from('\r\n')]), { 'a.txt': '甲', 'b/c.txt': '乙' }],
    ['with wide fields, as written by Java', wide({ 'a.txt': '甲', 'b/c.txt': '乙' }), { 'a.txt': '甲', 'b/c.txt': '乙' }],
    ['with wide fields and a wide end', wide({ 'a.txt': '甲', 'b/c.txt': '乙' }, { end: true }), { 'a.txt': '甲', 'b/c.txt': '乙' }],
    ['whose wide end lies elsewhere', wide({ a: 'x' }, { end: true, record: 4 }), 'broken'],
    ['whose wide end lies nowhere', wide({ a: 'x' }, { end: true, record: 2 ** 40 }), 'broken'],
    [
      'that says fields are wide and has none',
      lying({ a: 'x' }, CENTRAL, (at, entry) => at.writeUInt32LE(0xffffffff, entry + 20)),
      'broken',
    ],
    ['cut off', good.slice(0, -30), 'broken'],
    ['that is none', new Uint8Array(100), 'broken'],
    ['with a password', zip({ a: 'x' }, 1), 'password'],
    ['with a byte changed', Buffer.from(good).fill(0xff, 36, 38), 'broken'],
    ['that swells', zip({ a: Buffer.alloc(4 * MB + 1) }), 'too-big'],
    ['that swells in many parts', zip(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}`, Buffer.alloc(MB)]))), 'too-big'],
    ['whose parts lie over one another', overlapping(2_000, Buffer.alloc(MB)), 'too-big'],
    ['of more parts than are allowed', overlapping(2_001, Buffer.from('x')), 'too-many-parts'],
    ['of a million parts', lying({ a: 'x' }, END, (at, end) => at.writeUInt32LE(0xffffffff, end + 8)), 'too-many-parts'],
    ['that says its parts are larger', lying({ a: 'x' }, CENTRAL, (at, entry) => at.writeUInt32LE(0xfffffff0, entry + 24)), { a: 'x' }],
    [
      'that says its parts are smaller',
      lying({ a: Buffer.alloc(5 * MB) }, CENTRAL, (at, entry) => at.writeUInt32LE(1, entry + 24)),
      'too-big',
    ],
    ['whose parts reach beyond its end', lying({ a: 'x' }, CENTRAL, (at, entry) => at.writeUInt32LE(99_999, entry + 20)), 'broken'],
    ['whose parts lie nowhere', lying({ a: 'x' }, CENTRAL, (at, entry) => at.writeUInt32LE(0xfffffff0, entry + 42)), 'broken'],
    ['packed in another way', lying({ a: 'x' }, CENTRAL, (at, entry) => at.writeUInt16LE(14, entry + 10)), 'broken'],
    ['whose directory lies nowhere', lying({ a: 'x' }, END, (at, end) => at.writeUInt32LE(0xfffffff0, end + 16)), 'broken'],
    [
      'with names that lead out of a folder',
      zip({ '../../x': '1', '/etc/passwd': '2', 'c:\\x': '3' }),
      { '../../x': '1', '/etc/passwd': '2', 'c:\\x': '3' },
    ],
  ])('%s', (_what, bytes, found) => {
    expect(read(bytes)).toEqual(found);
  });
});
