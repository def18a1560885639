/** Pages made on the fly: a navigation, a list and some text, like those of a content system. No file on disk, so there may be any number. */

const SECTIONS = 60;
const TEXT = '<p class="text">Words of a page.</p>'.repeat(400);
const NAVIGATION = Array.from({ length: SECTIONS }, (_, i) => `<a href="/s${i}/0.html">section ${i}</a>`).join(' ');
/** One page of so many carries an address that is dead. */
const DEAD_EVERY = 100;

/** Page `n` of `pages`. */
export function generatedPage(n: number, pages: number): string {
  const section = n % SECTIONS;
  const at = Math.floor(n / SECTIONS);
  const last = Math.floor((pages - 1 - section) / SECTIONS);
  const list = Array.from(
    { length: 40 },
    (_, i) => `<li><a href="${Math.min(at + i, last)}.html#p${i}">entry ${i}</a> 2024-01-${String(1 + (i % 28)).padStart(2, '0')}</li>`,
  ).join('');
  const dead = n % DEAD_EVERY === 0 ? `<a href="/_d/missing/${n}.html">gone ${n}</a>` : '';
  return `<!doctype html><html><head><title>page ${n}</title></head><body>${NAVIGATION}<ul>${list}</ul>${dead}${TEXT}</body></html>`;
}

export const generatedHome = (): string => `<!doctype html><html><head><title>home</title></head><body>${NAVIGATION}</body></html>`;

export const generatedPath = (n: number): string => `s${n % SECTIONS}/${Math.floor(n / SECTIONS)}.html`;

/** Addresses of the pages' list that lead nowhere. */
export const generatedDead = (pages: number): string[] =>
  Array.from({ length: Math.ceil(pages / DEAD_EVERY) }, (_, i) => `/_d/missing/${i * DEAD_EVERY}.html`);

/** What stands at a path of a generated site; null when nothing does. */
export function generatedAt(path: string, pages: number): string | null {
  if (path === '/' || path === '/index.html') return generatedHome();
  const [, section, at] = /^\/s(\d+)\/(\d+)\.html$/.exec(path) ?? [];
  const n = Number(at) * SECTIONS + Number(section);
  return section !== undefined && Number(section) < SECTIONS && n < pages ? generatedPage(n, pages) : null;
}
