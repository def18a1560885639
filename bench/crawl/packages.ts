import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Documentation packages of Debian by size of the site; each size holds those before it. */
const PACKAGES: readonly (readonly [pages: number, names: readonly string[]])[] = [
  [3_000, ['python3.11-doc', 'postgresql-doc-15', 'python-django-doc', 'debian-reference-zh-cn']],
  [11_000, ['libboost1.81-doc', 'debian-handbook']],
  [30_000, ['openjdk-17-doc', 'qtbase5-doc-html', 'libgtk-3-doc', 'libwxgtk3.2-doc']],
];

export const packagesFor = (pages: number): string[] => PACKAGES.filter(([size]) => size <= pages).flatMap(([, names]) => [...names]);

/** Fetches and unpacks the packages below `folder` and copies their pages to `site/<package>`. Those that cannot be had are left out. */
export function copyPackages(names: readonly string[], folder: string, site: string): string[] {
  const store = join(folder, 'packages');
  mkdirSync(store, { recursive: true });
  const copied: string[] = [];
  for (const name of names) {
    try {
      const tree = unpack(name, store);
      cpSync(tree, join(site, name), { recursive: true, dereference: true, filter: (path) => existsSync(path) && !path.endsWith('.gz') });
      copied.push(name);
    } catch {
      console.warn(`Left out: ${name} is not to be had from the package mirror.`);
    }
  }
  return copied;
}

function unpack(name: string, store: string): string {
  const target = join(store, name);
  if (!existsSync(target)) {
    const before = new Set(readdirSync(store));
    execFileSync('apt-get', ['download', name], { cwd: store, stdio: 'pipe' });
    const file = readdirSync(store).find((entry) => !before.has(entry) && entry.endsWith('.deb')) as string;
    execFileSync('dpkg', ['-x', file, `${target}.part`], { cwd: store });
    execFileSync('mv', [`${target}.part`, target]);
    rmSync(join(store, file));
  }
  const docs = join(target, 'usr/share/doc');
  const trees = readdirSync(docs).map((entry) => join(docs, entry));
  return trees.filter((tree) => statSync(tree).isDirectory()).sort((a, b) => count(b) - count(a))[0] as string;
}

const count = (tree: string): number => readdirSync(tree, { recursive: true }).length;
