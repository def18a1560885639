import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockHome, makeHome } from './home.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'home-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made with those above it', () => {
    makeHome(join(folder, '数据', '明察'));
    expect(existsSync(join(folder, '数据', '明察'))).toBe(true);
  });

  it.each([
    ['a file of its name', ['file'], '它不是目录'],
    ['a file above it', ['file', 'home'], '路径中间有一段是文件'],
  ])('is refused by name where there is %s', (_name, parts, why) => {
    writeFileSync(join(folder, 'file'), '');
    const home = join(folder, ...parts);
    expect(() => makeHome(home)).toThrow(
      expect.objectContaining({
        code: 'unavailable',
        message: expect.stringMatching(new RegExp(`^数据目录 ${home} 不能写入：.*${why}`)),
        next: expect.stringContaining('MINGCHA_HOME'),
      }),
    );
  });
});

describe('the right to supervise it', () => {
  it('belongs to one, and goes to who waited once that one has stopped', async () => {
    const first = await lockHome(folder);
    await expect(lockHome(folder)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(`进程 ${process.pid}`) });
    first.leave();
    const second = lockHome(folder);
    first.release();
    (await second).release();
  });

  it('is not kept by a pid file whose writer is gone, even if its number lives on', async () => {
    writeFileSync(join(folder, 'mingcha.pid'), `${process.ppid}\n`);
    (await lockHome(folder)).release();
  });
});
