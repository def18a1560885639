import { chmod, cp, mkdir, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serverAccount } from './account.ts';
import { linkLibraries, packagedBinaries, prepareBinaries } from './binaries.ts';

describe('server programs', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'programs-'));
    await chmod(folder, 0o755);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** What `npm ci --ignore-scripts` leaves: the files without the links between library names. */
  async function bareCopy(to: string): Promise<string[]> {
    const { root } = packagedBinaries();
    const links = JSON.parse(await readFile(join(root, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    await cp(root, to, { recursive: true, verbatimSymlinks: true });
    const targets = links.map(({ target }) => join(to, target.replace(/^native\//, '')));
    for (const target of targets) await rm(target, { force: true });
    return targets;
  }

  it('names the way out where the platform has none', () => {
    expect(() => packagedBinaries('linux-loong64')).toThrow(
      expect.objectContaining({ code: 'unavailable', next: expect.stringContaining('DATABASE_URL') }),
    );
  });

  it('makes the links that npm left out, and finds nothing to do the second time', async () => {
    const targets = await bareCopy(join(folder, 'native'));
    expect(targets.length).toBeGreaterThan(0);
    expect(await linkLibraries(join(folder, 'native'))).toBe(true);
    for (const target of targets) expect(await readlink(target)).toMatch(/^lib[\w.]+$/);
    expect(await linkLibraries(join(folder, 'native'))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('keeps a copy of its own where the server account cannot reach node_modules', async () => {
    await bareCopy(join(folder, 'closed', 'native'));
    await chmod(join(folder, 'closed'), 0o700);
    const server = join(folder, 'server');
    await mkdir(server);
    const packaged = { root: join(folder, 'closed', 'native'), version: '1' };
    const binaries = await prepareBinaries(server, serverAccount(null), packaged);
    expect(binaries.root).toBe(join(server, 'programs-1'));
    expect(await prepareBinaries(server, serverAccount(null), packaged)).toEqual(binaries);
  });
});
