import { spawnSync } from 'node:child_process';
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
