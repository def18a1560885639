import type { Instant } from '../../core/date.ts';
import { createAddressIndex } from '../disk/address-index.ts';
import { openAppendLog } from '../disk/append-log.ts';
import { RELATIONS } from '../frontier/file-rows.ts';
import type { PageMemory, PageReference, PageTrace } from './page-memory.ts';

/** What a record begins with. */
const ADDRESS = 1;
const TRACE = 2;
const LOOKED = 3;
const ID_BITS = 0x3fff_ffff;
const RECENT = 20_000;

/** Memory of one site in a file that only grows: a page that has changed is written again, and its last trace counts. `close` frees the file. */
export function fileMemory(file: string): PageMemory & { close(): void } {
  const index = createAddressIndex();
  const positions: number[] = [];
  const traces: number[] = [];
  const lookedAt: number[] = [];
  const log = openAppendLog(file, null, (record, position) => {
    if (record[0] === ADDRESS) {
      index.add(record.toString('utf8', 1));
      positions.push(position);
    } else if (record[0] === TRACE) traces[record.readUInt32LE(1)] = position;
    else lookedAt[record.readUInt32LE(1)] = record.readDoubleLE(5);
  });
  const recent = new Map<number, string>();

  const numberOf = (url: string): number => {
    const known = index.find(url);
    if (known >= 0) return known;
    const { position, bytes, at } = log.reserve(1 + Buffer.byteLength(url));
    bytes[at] = ADDRESS;
    bytes.write(url, at + 1, 'utf8');
    positions.push(position);
    return index.add(url);
  };
  const urlOf = (id: number): string => {
    const known = recent.get(id);
    if (known !== undefined) return known;
    const url = log.read(positions[id] as number).toString('utf8', 1);
    if (recent.size >= RECENT) recent.clear();
    recent.set(id, url);
    return url;
  };

  return {
    async recall(url) {
      const id = index.find(url);
      const position = id < 0 ? undefined : traces[id];
      if (position === undefined) return null;
      const record = Buffer.from(log.read(position)); // the addresses below are read through the same scratch
      const head = 7 + record.readUInt16LE(5);
      const references: PageReference[] = [];
      for (let at = head; at < record.length; ) {
        const mark = record.readUInt32LE(at);
        const end = at + 6 + record.readUInt16LE(at + 4);
        const relation = RELATIONS[mark >>> 30] as PageReference['relation'];
        references.push({ url: urlOf(mark & ID_BITS), relation, text: record.toString('utf8', at + 6, end) });
        at = end;
      }
      return { url, ...(JSON.parse(record.toString('utf8', 7, head)) as Omit<PageTrace, 'url' | 'references'>), references };
    },
    keep({ url, references, ...rest }) {
      const id = numberOf(url);
      const marks = references.map((ref) => (numberOf(ref.url) | (RELATIONS.indexOf(ref.relation) << 30)) >>> 0);
      const head = Buffer.from(JSON.stringify(rest));
      const texts = references.map(({ text }) => Buffer.byteLength(text));
      const { position, bytes, at } = log.reserve(7 + head.length + texts.reduce((sum, length) => sum + 6 + length, 0));
      bytes[at] = TRACE;
      bytes.writeUInt32LE(id, at + 1);
      bytes.writeUInt16LE(head.length, at + 5);
      head.copy(bytes, at + 7);
      let to = at + 7 + head.length;
      for (const [i, { text }] of references.entries()) {
        bytes.writeUInt32LE(marks[i] as number, to);
        bytes.writeUInt16LE(texts[i] as number, to + 4);
        bytes.write(text, to + 6, 'utf8');
        to += 6 + (texts[i] as number);
      }
      traces[id] = position;
    },
    openedAt(url): Instant | null {
      const id = index.find(url);
      const at = id < 0 ? undefined : lookedAt[id];
      return at === undefined ? null : new Date(at).toISOString();
    },
    opened(url, when) {
      const id = numberOf(url);
      const { bytes, at } = log.reserve(13);
      bytes[at] = LOOKED;
      bytes.writeUInt32LE(id, at + 1);
      bytes.writeDoubleLE(Date.parse(when), at + 5);
      lookedAt[id] = Date.parse(when);
    },
    async flush() {
      log.flush();
    },
    close: () => log.close(),
  };
}
