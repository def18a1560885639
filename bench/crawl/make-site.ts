import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFECTS } from './defects.ts';
import { generatedHome, generatedPage, generatedPath } from './generated.ts';
import { copyPackages, packagesFor } from './packages.ts';
import { fileOf, readSite } from './truth.ts';

/** What is on the site: written beside it, so that it is made once. */
export interface Truth {
  pages: number;
  /** Addresses put in that do not open, with their kinds; `hard` of them are more than a plain status. */
  injected: Record<string, string>;
  /** Addresses that were dead in the packages as they are. */
  natural: string[];
}

/** Pages that carry an injected address. */
const CARRIERS = 3;

/** Makes the site of about `pages` pages below `folder`, or takes the one that is there. */
export function makeSite(pages: number, folder: string): { site: string; truth: Truth } {
  const site = join(folder, `site-${pages}`);
  const list = `${site}.json`;
  if (existsSync(list)) return { site, truth: JSON.parse(readFileSync(list, 'utf8')) as Truth };
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const trees = copyPackages(packagesFor(pages), folder, site);
  if (trees.length === 0) generatePages(pages, site);
  const starts = trees.flatMap((name) => startsOf(site, name));
  if (starts.length > 0) writeFileSync(join(site, 'index.html'), indexPage(starts));
  const { pages: reached, dead } = readSite(site);
  const injected = inject(site, reached);
  const truth: Truth = { pages: reached.length, injected, natural: [...dead].sort() };
  writeFileSync(list, JSON.stringify(truth));
  return { site, truth };
}

function startsOf(site: string, name: string): string[] {
  const files = readdirSync(join(site, name), { recursive: true }) as string[];
  const indexes = files.filter((file) => /(?:^|\/)index\.html?$/i.test(file)).sort((a, b) => a.split('/').length - b.split('/').length);
  const depth = indexes[0]?.split('/').length;
  return indexes.filter((file) => file.split('/').length === depth).map((file) => `/${name}/${file}`);
}

const indexPage = (starts: readonly string[]): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Documentation</title></head><body><ul>${starts.map((path) => `<li><a href="${path}">${path}</a></li>`).join('')}</ul></body></html>`;

/** Puts links of every kind into pages spread over the site; the same pages each time. */
function inject(site: string, pages: readonly string[]): Record<string, string> {
  const injected: Record<string, string> = {};
  const additions = new Map<string, string>();
  let state = 1;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (const { kind, dead, perThousand, ending, markup } of DEFECTS) {
    const wanted = perThousand === 0 ? 0 : Math.max(2, Math.round((pages.length * perThousand) / 1_000));
    for (let n = 0; n < wanted; n++) {
      const url = `/_d/${kind}/${n}${ending}`;
      if (dead) injected[url] = kind;
      for (let carrier = 0; carrier < 1 + random(CARRIERS); carrier++) {
        const on = pages[random(pages.length)] as string;
        additions.set(on, `${additions.get(on) ?? ''}${markup?.(url) ?? `<a href="${url}">reference ${n}</a>`}\n`);
      }
    }
  }
  for (const [path, html] of additions) {
    const file = fileOf(site, path) as string;
    const text = readFileSync(file, 'latin1');
    const at = text.search(/<\/body/i);
    writeFileSync(file, at < 0 ? `${text}${html}` : `${text.slice(0, at)}<div>${html}</div>${text.slice(at)}`, 'latin1');
  }
  return injected;
}

/** Without a package mirror. */
function generatePages(pages: number, site: string): void {
  for (let n = 0; n < pages; n++) {
    const file = join(site, generatedPath(n));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, generatedPage(n, pages));
  }
  writeFileSync(join(site, 'index.html'), generatedHome());
}
