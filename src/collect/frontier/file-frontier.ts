import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAddressIndex } from '../disk/address-index.ts';
import { openAppendLog } from '../disk/append-log.ts';
import { createRows, RELATIONS } from './file-rows.ts';
import { FOUND_ON_KEPT, type FoundOn, type Frontier, type Target } from './frontier.ts';

/** What a record begins with. */
const ADDRESS = 1;
const SIGHTING = 2;
const MORE = 3;
const LOOK = 4;

/** Where the records are and how many bytes of them stand. */
interface FileSnapshot {
  file: string;
  length: number;
}

/**
 * Frontier of one crawl in a file that only grows; what is held in memory is about 80 bytes an address, numbers only.
 * Its snapshot names the file and its length: opened again from it, whatever was written later is forgotten.
 */
export function fileFrontier(folder: string): (snapshot: unknown) => Frontier {
  return (snapshot) => {
    const { file, length } = (snapshot as FileSnapshot | null) ?? { file: join(folder, 'frontier.log'), length: 0 };
    return openFrontier(file, length);
  };
}

/** The same in a temporary folder that goes with it: for crawls that are not gone on with. */
export function passingFrontier(): Frontier {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-crawl-'));
  const frontier = openFrontier(join(folder, 'frontier.log'), 0);
  return {
    ...frontier,
    async close() {
      await frontier.close?.();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openFrontier(file: string, length: number): Frontier {
  const index = createAddressIndex();
  const rows = createRows();
  const log = openAppendLog(file, length, (record, position) => {
    const kind = record[0];
    if (kind === ADDRESS) {
      index.add(record.toString('utf8', 2));
      rows.add(position, record[1] as number);
    } else if (kind === SIGHTING) rows.sight(record.readUInt32LE(1), position, record[9] === 1);
    else if (kind === MORE) for (let at = 1; at < record.length; at += 4) countMore(record.readUInt32LE(at));
    else rows.look(record.readUInt32LE(1), record[5] as number, record.readUInt16LE(6), record.readDoubleLE(8), record[16] === 1);
  });
  /** The highest bit says that the address was met as a link this time. */
  function countMore(mark: number): void {
    rows.more(mark & 0x7fff_ffff, mark > 0x7fff_ffff);
  }

  const urlOf = (id: number): string => log.read(rows.position(id)).toString('utf8', 2);
  const sightingAt = (position: number): FoundOn => {
    const record = log.read(position);
    const page = record.readUInt32LE(5);
    const [home, text] = [record[10] === 1, record.toString('utf8', 11)];
    return { url: urlOf(page), text, home };
  };
  const target = (id: number): Target => ({
    url: urlOf(id),
    ...rows.state(id),
    get foundOn() {
      return rows.sightings(id).map(sightingAt);
    },
  });
  const numberOf = (url: string, flags: number): number => {
    const known = index.find(url);
    if (known >= 0) return known;
    const room = Buffer.byteLength(url);
    const { position, bytes, at } = log.reserve(2 + room);
    bytes[at] = ADDRESS;
    bytes[at + 1] = flags;
    bytes.write(url, at + 2, 'utf8');
    rows.add(position, flags);
    return index.add(url);
  };

  return {
    async see(sightings) {
      const more: number[] = [];
      for (const { url, relation, own, on } of sightings) {
        const id = numberOf(url, RELATIONS.indexOf(relation) | (own ? 8 : 0) | 16);
        const link = relation === 'link';
        if (rows.sightingCount(id) >= FOUND_ON_KEPT) {
          rows.more(id, link);
          more.push(link ? id + 0x8000_0000 : id);
          continue;
        }
        const page = numberOf(on.url, 8);
        const { position, bytes, at } = log.reserve(11 + Buffer.byteLength(on.text));
        bytes[at] = SIGHTING;
        bytes.writeUInt32LE(id, at + 1);
        bytes.writeUInt32LE(page, at + 5);
        bytes[at + 9] = link ? 1 : 0;
        bytes[at + 10] = on.home ? 1 : 0;
        bytes.write(on.text, at + 11, 'utf8');
        rows.sight(id, position, link);
      }
      if (more.length === 0) return;
      const { bytes, at } = log.reserve(1 + more.length * 4);
      bytes[at] = MORE;
      for (const [i, id] of more.entries()) bytes.writeUInt32LE(id, at + 1 + i * 4);
    },
    fresh: async (limit) => rows.fresh(limit).map(target),
    again: async (limit, looks = Number.MAX_SAFE_INTEGER) => rows.open(limit, looks).map(target),
    async settle(looks) {
      for (const { url, outcome, at: when, open, status = null } of looks) {
        const id = index.find(url);
        if (id < 0 || !rows.isTarget(id)) continue;
        const { bytes, at } = log.reserve(17);
        const code = rows.codeOf(outcome);
        bytes[at] = LOOK;
        bytes.writeUInt32LE(id, at + 1);
        bytes[at + 5] = code;
        bytes.writeUInt16LE(status ?? 0, at + 6);
        bytes.writeDoubleLE(Date.parse(when), at + 8);
        bytes[at + 16] = open ? 1 : 0;
        rows.look(id, code, status ?? 0, Date.parse(when), open);
      }
    },
    async get(url) {
      const id = index.find(url);
      return id < 0 || !rows.isTarget(id) ? null : target(id);
    },
    counts: async () => rows.counts(),
    snapshot: (): FileSnapshot => ({ file, length: log.flush() }),
    close: async () => log.close(),
  };
}
