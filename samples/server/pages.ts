import iconv from 'iconv-lite';
import { pageAddress } from './addresses.ts';
import { fixedFile } from './fixed.ts';
import { errorReport, esc } from './html.ts';
import { type Answer, answer } from './response.ts';
import type { SiteModel } from './site.ts';
import { cards } from './styles/cards.ts';
import { lists } from './styles/lists.ts';
import type { Style } from './styles/style.ts';
import { tables } from './styles/tables.ts';
import { PAGE_SIZE, type SiteView, versionAt, viewAt } from './view.ts';

const STYLES: Record<SiteModel['style'], Style> = { lists, tables, cards };

/** Answers of one site. Pages are written when first asked for and kept until something is published or the day ends. */
export class SitePages {
  readonly #site: SiteModel;
  #version = '';
  #routes = new Map<string, () => Answer>();
  #kept = new Map<string, Answer>();
  #attachments: ReadonlySet<string> = new Set();

  constructor(site: SiteModel) {
    this.#site = site;
  }

  /** `address` is path and query as asked for. */
  get(address: string, now: number): Answer {
    const version = versionAt(this.#site, now);
    if (version !== this.#version) this.#turnTo(version, now);
    const known = this.#kept.get(address);
    if (known) return known;
    const made = fixedFile(address, this.#attachments) ?? this.#routes.get(address)?.();
    if (!made) return (this.#routes.get('404') as () => Answer)();
    this.#kept.set(address, made);
    return made;
  }

  #turnTo(version: string, now: number): void {
    const view = viewAt(this.#site, now);
    this.#version = version;
    this.#kept = new Map();
    this.#routes = routesOf(view);
    this.#attachments = new Set(view.columns.flatMap((c) => c.items.flatMap((a) => a.attachment?.address ?? [])));
  }
}

function routesOf(view: SiteView): Map<string, () => Answer> {
  const style = STYLES[view.site.style];
  const midnight = Date.parse(`${view.today}T00:00:00+08:00`);
  // Headers print today's date, so a page is at least as new as the day.
  const changed = Math.max(view.changedAt, midnight);
  const page = (html: string, status = 200): Answer => answer(style.contentType, iconv.encode(html, style.charset), changed, status);
  const plain = (title: string, main: string, status = 200): Answer =>
    page(style.frame(view, { title, column: null, article: null, main }), status);
  const routes = new Map<string, () => Answer>();
  const home = (): Answer => page(style.home(view));
  routes.set('/', home).set('/index.html', home);
  for (const column of view.columns) {
    const pages = Math.max(1, Math.ceil(column.items.length / PAGE_SIZE));
    for (let n = 1; n <= pages; n += 1) {
      const items = column.items.slice((n - 1) * PAGE_SIZE, n * PAGE_SIZE);
      routes.set(pageAddress(view.site.style, column.model.address, n), () => page(style.list(view, column, items, n, pages)));
    }
    for (const article of column.items) routes.set(article.address, () => page(style.article(view, column, article)));
  }
  const directory = view.columns
    .map((c) => `<p><a href="${esc(c.model.address)}">${esc(c.model.column.path.join('—'))}</a></p>`)
    .join('\n');
  routes.set('/wzdt.html', () => plain('网站地图', `<div class="map"><h1>网站地图</h1>${directory}</div>`));
  routes.set(errorReport(view), () =>
    plain('我为政府网站找错', '<div class="report"><h1>我为政府网站找错</h1><p>请填写出错页面的地址和问题说明。</p></div>'),
  );
  routes.set('/search/index.html', () => plain('站内搜索', '<div class="search"><h1>站内搜索</h1><p>请输入关键词。</p></div>'));
  routes.set('/robots.txt', () =>
    answer('text/plain', Buffer.from(`User-agent: *\nDisallow: /search/\nSitemap: ${view.site.origin}/sitemap.xml\n`), midnight),
  );
  routes.set('/sitemap.xml', () => answer('application/xml', Buffer.from(sitemap(view, [...routes.keys()])), changed));
  routes.set('404', () => plain('页面不存在', '<div class="missing"><h1>404</h1><p>您访问的页面不存在或已被删除。</p></div>', 404));
  return routes;
}

function sitemap(view: SiteView, addresses: readonly string[]): string {
  const pages = addresses.filter((a) => a.startsWith('/') && !/^\/(search|robots|sitemap)/.test(a));
  const urls = pages.map((a) => `<url><loc>${esc(view.site.origin + a)}</loc></url>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
}
