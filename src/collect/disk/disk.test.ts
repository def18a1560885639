import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAddressIndex } from './address-index.ts';
import { type AppendLog, openAppendLog } from './append-log.ts';
import { packStore } from './pack-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcha-disk-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(log: AppendLog, text: string): number {
  const { position, bytes, at } = log.reserve(Buffer.byteLength(text));
  bytes.write(text, at, 'utf8');
  return position;
}
function reopen(file: string, length: number | null = null): { log: AppendLog; records: string[] } {
  const records: string[] = [];
  return { log: openAppendLog(file, length, (record) => records.push(record.toString('utf8'))), records };
}

describe('append log', () => {
  const texts = ['', '某县', 'x'.repeat(300_000), 'y'.repeat(3_000_000), ...Array.from({ length: 5_000 }, (_, i) => `record ${i}`)];
  it('gives back every record, before and after it is on disk, and when opened again', () => {
    const file = join(folder, 'a.log');
    const { log } = reopen(file);
    const positions = texts.map((text) => write(log, text));
    expect(positions.map((position) => log.read(position).toString('utf8'))).toEqual(texts);
    log.close();
    const again = reopen(file);
    expect(again.records).toEqual(texts);
    expect(positions.map((position) => again.log.read(position).toString('utf8'))).toEqual(texts);
    again.log.close();
  });
  it.each([1, 3, 4, 9, 12])('cuts off a record torn %i bytes before its end, and goes on behind the whole ones', (torn) => {
    const file = join(folder, `torn-${torn}.log`);
    const { log } = reopen(file);
    for (const text of ['one', 'two', 'the last']) write(log, text);
    log.close();
    truncateSync(file, statSync(file).size - torn);
    const again = reopen(file);
    expect(again.records).toEqual(['one', 'two']);
    write(again.log, 'three');
    again.log.close();
    const third = reopen(file);
    expect(third.records).toEqual(['one', 'two', 'three']);
    third.log.close();
  });
  it('forgets what was written behind a given length', () => {
    const file = join(folder, 'b.log');
    const { log } = reopen(file);
    write(log, 'one');
    const length = log.flush();
    write(log, 'two');
    log.close();
    expect(reopen(file, length).records).toEqual(['one']);
    expect(statSync(file).size).toBe(length);
  });
  it('takes a length that is nonsense for a torn record', () => {
    const file = join(folder, 'c.log');
    const { log } = reopen(file);
    write(log, 'one');
    log.close();
    appendFileSync(file, Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2]));
    const again = reopen(file);
    expect(again.records).toEqual(['one']);
    again.log.close();
  });
});

describe('address index', () => {
  it('numbers addresses in order and finds them again, past what it keeps at hand', () => {
    const index = createAddressIndex();
    const urls = Array.from({ length: 50_000 }, (_, i) => `http://www.site.cn/zwgk/${i % 97}/t${i}.html`);
    for (const [i, url] of urls.entries()) expect(index.add(url)).toBe(i);
    expect(urls.every((url, i) => index.find(url) === i)).toBe(true);
    expect(index.find('http://www.site.cn/other')).toBe(-1);
    expect(index.size).toBe(50_000);
  });
});

describe('pack store', () => {
  const pages = ['', '<p>政府信息公开</p>'.repeat(900), '<p>x</p>', String(Math.PI)];
  it('keeps bytes by hash, once, and across openings', async () => {
    const file = join(folder, 'evidence.log');
    const store = packStore(file);
    const hashes = [];
    for (const text of [...pages, ...pages]) hashes.push(await store.put(Buffer.from(text)));
    expect(new Set(hashes).size).toBe(pages.length);
    store.close();
    const size = statSync(file).size;
    expect(size).toBeLessThan(1_000);
    const again = packStore(file);
    for (const [i, text] of pages.entries()) expect(Buffer.from(await again.get(hashes[i] as string)).toString()).toBe(text);
    expect(await again.has('0'.repeat(64))).toBe(false);
    await expect(again.get('0'.repeat(64))).rejects.toThrow('没有找到');
    again.close();
    expect(statSync(file).size).toBe(size);
  });
  it('hands out what still waits to be written, and writes it off the main thread or at once', async () => {
    const file = join(folder, 'parcels.log');
    const store = packStore(file);
    const frame = '<div class="frame">某县人民政府</div>'.repeat(300);
    const texts = Array.from({ length: 400 }, (_, i) => `${frame}<p>第${i}条</p>`); // about 5 MB: several parcels
    const hashes = await Promise.all(texts.map((text) => store.put(Buffer.from(text))));
    const some = (_: unknown, i: number): boolean => i % 13 === 0 || i > 390;
    const all = (from: typeof store) => Promise.all(hashes.filter(some).map(async (hash) => Buffer.from(await from.get(hash)).toString()));
    const expected = texts.filter(some);
    expect(await all(store)).toEqual(expected);
    store.flush();
    expect(await all(store)).toEqual(expected);
    const size = statSync(file).size;
    expect(size).toBeLessThan(100_000);
    store.close();
    expect(statSync(file).size).toBe(size);
    const again = packStore(file);
    expect(await all(again)).toEqual(expected);
    again.close();
  });
  it('keeps a page that is larger than a parcel', async () => {
    const store = packStore(join(folder, 'large.log'));
    const large = Buffer.alloc(3_000_000, '政务公开');
    await store.put(Buffer.from('before'));
    const hash = await store.put(large);
    store.flush();
    expect(Buffer.compare(await store.get(hash), large)).toBe(0);
    store.close();
  });
  it('never hands out bytes that are not what the hash says', async () => {
    const file = join(folder, 'damaged.log');
    const store = packStore(file);
    const hash = await store.put(Buffer.from('a short page'));
    store.close();
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    writeFileSync(file, bytes);
    const again = packStore(file);
    await expect(again.get(hash)).rejects.toThrow('已损坏');
    again.close();
  });
});
