import type { Article } from '../article.ts';
import type { PageParts } from '../html.ts';
import type { ColumnView, SiteView } from '../view.ts';

/** One content system: how it lays out pages and in which charset it sends them. */
export interface Style {
  charset: 'utf-8' | 'gbk';
  /** As the server sends it; where it names no charset, the page's meta is the only hint. */
  contentType: string;
  /** The whole page around a main part. */
  frame(view: SiteView, parts: PageParts): string;
  home(view: SiteView): string;
  list(view: SiteView, column: ColumnView, items: readonly Article[], page: number, pages: number): string;
  article(view: SiteView, column: ColumnView, article: Article): string;
}

const FIRST: readonly string[] = ['news', 'notices', 'policy', 'interpretation'];

/** Columns shown as blocks on a home page: news, notices, policy, interpretation, then the rest as far as there is room. */
export function homeBlocks(view: SiteView): ColumnView[] {
  const chosen = view.columns.filter((c) => FIRST.includes(c.model.column.class));
  const rest = view.columns.filter((c) => !FIRST.includes(c.model.column.class));
  const rank = (c: ColumnView): number => FIRST.indexOf(c.model.column.class);
  return [...chosen.toSorted((x, y) => rank(x) - rank(y)), ...rest].slice(0, 8);
}

/** Up to three news with a picture. */
export function pictured(view: SiteView): Article[] {
  const news = view.columns.find((c) => c.model.column.class === 'news');
  return news?.items.filter((a) => a.pictures.length > 0).slice(0, 3) ?? [];
}
