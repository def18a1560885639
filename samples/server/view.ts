import { type CalendarDate, dateAt } from '../../src/core/date.ts';
import type { Article } from './article.ts';
import type { ColumnModel, SiteModel } from './site.ts';

export const PAGE_SIZE = 20;

/** A column as it stands at one moment. */
export interface ColumnView {
  model: ColumnModel;
  name: string;
  /** In reading order: pinned first, then newest first, or oldest first where the column is kept so. */
  items: readonly Article[];
  pinned: number | null;
}

export interface SiteView {
  site: SiteModel;
  today: CalendarDate;
  /** Moment of the newest publication, for Last-Modified. */
  changedAt: number;
  columns: readonly ColumnView[];
  /** Newest items of the whole site with their columns, for blocks at the side. */
  latest: readonly { article: Article; column: ColumnView }[];
}

/** What a site shows at a moment. */
export function viewAt(site: SiteModel, now: number): SiteView {
  const columns = site.columns.map((model) => columnAt(model, now));
  const latest = columns
    .flatMap((column) => column.items.map((article) => ({ article, column })))
    .sort((a, b) => b.article.at - a.article.at)
    .slice(0, 8);
  return { site, today: dateAt(new Date(now).toISOString()), changedAt: latest[0]?.article.at ?? now, columns, latest };
}

/** Changes exactly when a page of the site may change: on a publication and at midnight. */
export function versionAt(site: SiteModel, now: number): string {
  let published = 0;
  for (const column of site.columns) for (const article of column.articles) if (article.at <= now) published += 1;
  return `${dateAt(new Date(now).toISOString())} ${published}`;
}

function columnAt(model: ColumnModel, now: number): ColumnView {
  const published = model.articles.filter((a) => a.at <= now);
  const ordered = model.oldestFirst && published.length <= PAGE_SIZE ? published : published.toReversed();
  const top = ordered.find((a) => a.id === model.pinned);
  return {
    model,
    name: model.column.path.at(-1) as string,
    items: top ? [top, ...ordered.filter((a) => a !== top)] : ordered,
    pinned: top?.id ?? null,
  };
}
