import { chineseDate, weekdayOf } from '../../src/core/date.ts';
import type { Article } from './article.ts';
import type { ColumnView, SiteView } from './view.ts';

export function esc(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);
}

/** What is wanted of one page, whatever the content system. */
export interface PageParts {
  title: string;
  column: ColumnView | null;
  article: Article | null;
  main: string;
}

/** Metas of the national page specification (网页标签规范). */
export function metas({ site }: SiteView, { column, article }: PageParts): string {
  const pairs: [string, string][] = [
    ['SiteName', site.site.name],
    ['SiteDomain', site.host],
    ['SiteIDCode', site.marks.siteIdCode],
  ];
  if (column) pairs.push(['ColumnName', column.name], ['ColumnType', column.model.column.path[0] as string]);
  if (article) {
    pairs.push(
      ['ArticleTitle', article.title],
      ['PubDate', `${article.date} ${article.time}`],
      ['ContentSource', article.source],
      ['Keywords', `${site.unit} ${column?.name ?? ''}`],
      ['Description', article.title],
      ['Url', article.address],
    );
  }
  return pairs.map(([name, content]) => `<meta name="${name}" content="${esc(content)}"/>`).join('\n');
}

/** 今天是2022年12月27日 星期二, as many headers print it: a date that is nobody's date of publication. */
export function todayLine(view: SiteView): string {
  return `今天是${chineseDate(view.today)} 星期${'日一二三四五六'[weekdayOf(view.today)]}`;
}

export interface MenuEntry {
  name: string;
  address: string | null;
  children: readonly MenuEntry[];
}

/** The column tree as a menu, in the order of the register. */
export function menuOf(view: SiteView): MenuEntry[] {
  const build = (columns: readonly ColumnView[], depth: number): MenuEntry[] => {
    const names = [...new Set(columns.map((c) => c.model.column.path[depth] as string))];
    return names.map((name) => {
      const under = columns.filter((c) => c.model.column.path[depth] === name);
      const leaf = under.find((c) => c.model.column.path.length === depth + 1);
      return {
        name,
        address: leaf?.model.address ?? null,
        children: build(
          under.filter((c) => c !== leaf),
          depth + 1,
        ),
      };
    });
  };
  return build(view.columns, 0);
}

export const link = (address: string, text: string, title = text): string =>
  `<a href="${esc(address)}" title="${esc(title)}" target="_blank">${esc(text)}</a>`;

/** Long titles are cut in side blocks and on home pages; the whole one stays in the title attribute. */
export const short = (title: string, length = 22): string => (title.length > length ? `${title.slice(0, length)}...` : title);

export const errorReport = (view: SiteView): string => `/jiucuo.html?site_code=${view.site.marks.siteIdCode}`;

/** 上一篇、下一篇 within the list as it stands. */
export function neighbours(column: ColumnView, article: Article): { before: Article | null; after: Article | null } {
  const at = column.items.indexOf(article);
  return { before: column.items[at - 1] ?? null, after: column.items[at + 1] ?? null };
}
