import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getElementsByTagName } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** Stands for the server while the tree is read from disk. */
const ORIGIN = 'http://site.invalid';
const ATTRIBUTES: readonly (readonly [tag: string, attribute: string])[] = [
  ['a', 'href'],
  ['area', 'href'],
  ['img', 'src'],
  ['iframe', 'src'],
  ['frame', 'src'],
  ['script', 'src'],
  ['link', 'href'],
  ['embed', 'src'],
  ['object', 'data'],
];

/** File of a path of the site, null when there is none; a folder stands for its index page. */
export function fileOf(site: string, path: string): string | null {
  let name: string;
  try {
    name = join(site, decodeURIComponent(path));
  } catch {
    return null;
  }
  if (!name.startsWith(site)) return null;
  const stat = statSync(name, { throwIfNoEntry: false });
  if (stat?.isFile()) return name;
  return stat?.isDirectory() && path.endsWith('/') ? fileOf(site, `${path}index.html`) : null;
}

/** Pages that can be reached from the home page by plain links, and dead addresses on them, read with a tree parser and no code of ours. */
export function readSite(site: string): { pages: string[]; dead: Set<string> } {
  const pages: string[] = [];
  const dead = new Set<string>();
  const seen = new Set(['/index.html']);
  const queue = ['/index.html'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const file = fileOf(site, path);
    if (file === null) {
      dead.add(path);
      continue;
    }
    if (!/\.html?$/i.test(file)) continue;
    pages.push(path);
    for (const [to, isPage] of references(readFileSync(file, 'utf8'), path)) {
      if (seen.has(to)) continue;
      seen.add(to);
      if (isPage || fileOf(site, to) === null) queue.push(to);
    }
  }
  return { pages, dead };
}

function references(html: string, path: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const document = parseDocument(html);
  const base = getElementsByTagName('base', document, true, 1)[0]?.attribs.href;
  const from = base === undefined ? ORIGIN + path : (URL.parse(base, ORIGIN + path)?.href ?? ORIGIN + path);
  for (const [tag, attribute] of ATTRIBUTES) {
    for (const element of getElementsByTagName(tag, document, true)) {
      const url = URL.parse(element.attribs[attribute] ?? '', from);
      if (url?.origin === ORIGIN && element.attribs[attribute])
        found.set(url.pathname + url.search, tag === 'a' || tag === 'area' || tag.endsWith('frame'));
    }
  }
  return found;
}
