import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const MARK = join(DIST, '.hash');

/** Builds the pages into web/dist when their sources changed since; answers whether it built. */
export async function buildWeb(): Promise<boolean> {
  const hash = sourcesHash();
  if (isBuilt(hash)) return false;
  const { build } = await import('vite');
  // Beside, then moved into place: a server that is running, or another build, never meets half a folder.
  const fresh = join(ROOT, 'node_modules', '.cache', `mingcha-web-${process.pid}`);
  await inProduction(() => build({ configFile: join(WEB, 'vite.config.ts'), build: { outDir: fresh } }));
  await compress(join(fresh, 'assets'));
  writeFileSync(join(fresh, '.hash'), hash);
  putInPlace(fresh, hash);
  return true;
}

/** The old pages are moved away in one step: deleting them file by file would race with another build that does the same. */
function putInPlace(fresh: string, hash: string): void {
  const old = `${fresh}-old`;
  // Another build of the same sources was first, and somebody may be reading it.
  if (isBuilt(hash)) {
    rmSync(fresh, { recursive: true, force: true });
    return;
  }
  if (existsSync(DIST)) tryRename(DIST, old);
  // Another build of the same sources may have been a moment earlier.
  if (!tryRename(fresh, DIST) && !isBuilt(hash)) throw new Error(`web/dist could not be put in place; the pages are in ${fresh}`);
  for (const folder of [old, fresh]) rmSync(folder, { recursive: true, force: true });
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** A test runner has set another mode, and React would come in its slow, talkative form. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
  }
}

const isBuilt = (hash: string): boolean => existsSync(MARK) && readFileSync(MARK, 'utf8') === hash;

/** Everything the pages are made of: their own files, the contract, the shared words, the versions of packages. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const folder of [WEB, join(ROOT, 'src', 'contract'), join(ROOT, 'src', 'core')]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
      if (path.startsWith(DIST) || path.endsWith('.test.ts')) continue;
      hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex');
}

/** Compressed once here instead of at every request. */
async function compress(folder: string): Promise<void> {
  for (const file of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(file)) continue;
    writeFileSync(join(folder, `${file}.gz`), await promisify(gzip)(readFileSync(join(folder, file)), { level: 9 }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildWeb();
  console.error(built ? '网页已生成。' : '网页没有变化，无需重新生成。');
}
