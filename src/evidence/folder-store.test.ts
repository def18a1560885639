import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTypeScript } from '../../tests/support/run-typescript.ts';
import { sha256 } from '../core/id.ts';
import { findBlob } from './blob-files.ts';
import { clearUnfinished, folderStore, neededBy } from './folder-store.ts';

const run = promisify(execFile);

describe('folderStore', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['a page', Buffer.from('<html>政府信息公开</html>'.repeat(500))],
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0])],
    ['bytes that do not shrink', randomBytes(100_000)],
    ['gbk bytes', Buffer.from([0xc9, 0xbd, 0xce, 0xf7])],
  ])('gives back %s, byte for byte', async (_name, bytes) => {
    const store = folderStore(folder);
    const hash = await store.put(bytes);
    expect(hash).toBe(sha256(bytes));
    expect(await store.has(hash)).toBe(true);
    expect(Buffer.from(await store.get(hash)).equals(bytes)).toBe(true);
  });

  it('keeps the same bytes once, compressed and read-only, under ab/cd/', async () => {
    const store = folderStore(folder);
    const bytes = Buffer.from('栏目'.repeat(10_000));
    const hash = await store.put(bytes);
    await store.put(bytes);
    const files = await readdir(join(folder, hash.slice(0, 2), hash.slice(2, 4)));
    expect(files).toEqual([`${hash}.br`]);
    const { size, mode } = await stat((await findBlob(folder, hash)) as string);
    expect(size).toBeLessThan(bytes.length / 20);
    expect(mode & 0o222).toBe(0);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('keeps the old state when a page changes', async () => {
    const store = folderStore(folder);
    const before = await store.put(Buffer.from('2022-06-15 更新'));
    await store.put(Buffer.from('2022-12-28 更新'));
    expect(Buffer.from(await store.get(before)).toString()).toBe('2022-06-15 更新');
  });

  it.each([
    ['an unknown hash', 'a'.repeat(64)],
    ['a path', '../../etc/passwd'],
    ['nothing', ''],
  ])('answers not-found for %s', async (_name, hash) => {
    const store = folderStore(folder);
    expect(await store.has(hash)).toBe(false);
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['changed in one byte', (kept: Buffer) => kept.map((byte, i) => (i === kept.length >> 1 ? byte ^ 1 : byte))],
    ['cut off', (kept: Buffer) => kept.subarray(0, kept.length / 2)],
    ['emptied', () => Buffer.alloc(0)],
    ['overwritten', (kept: Buffer) => Buffer.alloc(kept.length, 7)],
  ])('says so when a kept file was %s', async (_name, damage) => {
    const store = folderStore(folder);
    for (const bytes of [Buffer.from(randomBytes(2000).toString('hex')), randomBytes(500)]) {
      const hash = await store.put(bytes);
      const path = (await findBlob(folder, hash)) as string;
      await chmod(path, 0o644);
      await writeFile(path, damage(await readFile(path)));
      await expect(store.get(hash)).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining(path) });
    }
  });

  describe('a page that resembles another', () => {
    const frame = randomBytes(6_000).toString('base64');
    const page = (day: number): Buffer => Buffer.from(`<ul><li>第 ${day} 天</li></ul>${frame}`);
    const sizeOf = async (hash: string): Promise<number> => (await stat((await findBlob(folder, hash)) as string)).size;

    it('is kept as the difference, comes back byte for byte, and other tools can open it', async () => {
      const store = folderStore(folder);
      const first = await store.put(page(1));
      const second = await store.put(page(2), first);
      const third = await store.put(page(3), second);
      expect(await sizeOf(first)).toBeGreaterThan(5_000);
      for (const [hash, day] of [
        [second, 2],
        [third, 3],
      ] as const) {
        expect(await sizeOf(hash)).toBeLessThan(150);
        expect(Buffer.from(await store.get(hash)).equals(page(day))).toBe(true);
        // The third names the first, not the second: whoever opens a page needs two files at most.
        expect(await neededBy((await findBlob(folder, hash)) as string)).toBe(await findBlob(folder, first));
        const file = await readFile((await findBlob(folder, hash)) as string);
        expect(Buffer.from(zstdDecompressSync(file.subarray(40), { dictionary: page(1) })).equals(page(day))).toBe(true);
      }
    });

    it.each([
      ['nothing is kept under that hash', 'a'.repeat(64), page(2)],
      ['the hint is no hash', '../x', page(2)],
      ['it does not resemble at all', null, Buffer.from('另一个页面，内容完全不同。'.repeat(40))],
      ['it is larger than any page', null, Buffer.concat([page(2), Buffer.alloc(3 * 1_048_576, 7)])],
    ])('is kept by itself when %s', async (_name, like, bytes) => {
      const store = folderStore(folder);
      const first = await store.put(page(1));
      const hash = await store.put(bytes, like ?? first);
      expect(await neededBy((await findBlob(folder, hash)) as string)).toBeNull();
      expect(Buffer.from(await store.get(hash)).equals(bytes)).toBe(true);
    });

    it('says that the page is damaged when the other one is gone, and writes it anew when it is put again', async () => {
      const store = folderStore(folder);
      const first = await store.put(page(1));
      const second = await store.put(page(2), first);
      await rm((await findBlob(folder, first)) as string);
      await expect(store.get(second)).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining(second) });
      await store.put(page(2));
      expect(Buffer.from(await store.get(second)).equals(page(2))).toBe(true);
    });
  });

  it('says what is wrong when it cannot write', async () => {
    await writeFile(join(folder, 'tmp'), 'not a folder');
    await expect(folderStore(folder).put(Buffer.from('x'))).rejects.toMatchObject({
      code: 'unavailable',
      next: expect.stringContaining('磁盘'),
    });
  });

  it('is whole after several processes wrote the same and different bytes at once', async () => {
    const writers = [1, 2, 3].map((n) => run(...runTypeScript('tests/support/evidence-writer.ts', folder, String(n))));
    const hashes = new Set((await Promise.all(writers)).flatMap(({ stdout }) => stdout.trim().split('\n')));
    expect(hashes.size).toBe(40 + 3 * 10);
    const store = folderStore(folder);
    for (const hash of hashes) expect(sha256(await store.get(hash))).toBe(hash);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('clears unfinished files a day old, and no younger ones', async () => {
    await mkdir(join(folder, 'tmp'));
    for (const name of ['old', 'young']) await writeFile(join(folder, 'tmp', name), 'half');
    const now = Date.now();
    await utimes(join(folder, 'tmp', 'old'), now / 1000 - 86_401, now / 1000 - 86_401);
    await clearUnfinished(folder, now - 86_400_000);
    expect(await readdir(join(folder, 'tmp'))).toEqual(['young']);
  });
});
