import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

describe('the whole tree', () => {
  it('has no type error', () => {
    const { stdout, stderr } = run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.');
    expect(stdout + stderr).toBe('');
  });

  it('is formatted and free of lint', () => {
    const { status, stdout, stderr } = run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
    expect(status, stdout + stderr).toBe(0);
  });

  it('has no unused file, export or dependency', () => {
    const { status, stdout, stderr } = run('node_modules/knip/bin/knip.js', '--no-progress');
    expect(status, stdout + stderr).toBe(0);
  });
});

/** A one-time code or a period ends where it ends; a search loses nothing that anybody wrote. */
const LONGEST_CODE = 10;

it('no field of a page cuts what is pasted into it (use web/parts/text-field.tsx)', async () => {
  const files = (await readdir('web', { recursive: true })).filter(
    (file) => file.endsWith('.tsx') && !/(?:filter|search)[\w-]*\.tsx$/.test(file),
  );
  const cutting = await Promise.all(
    files.map(async (file) =>
      [...(await readFile(`web/${file}`, 'utf8')).matchAll(/maxLength(?:=\{|: *)(\w+)/g)]
        .filter(([, most]) => !(Number(most) <= LONGEST_CODE))
        .map(([found]) => `${file}: ${found}`),
    ),
  );
  expect(cutting.flat()).toEqual([]);
});
