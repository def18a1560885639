import type { PageStyle } from './scenario.ts';

/** Addresses as three kinds of content system write them: folders, query strings, numbered resources. */
export function columnAddress(style: PageStyle, slug: string, number: number): string {
  if (style === 'lists') return `/xxgk/${slug}/index.html`;
  if (style === 'tables') return `/xxgk/list.asp?classid=${number}`;
  return `/public/column/${number}`;
}

/** Address of a list's page, from 1. */
export function pageAddress(style: PageStyle, column: string, page: number): string {
  if (page === 1) return column;
  if (style === 'lists') return column.replace('index.html', `index_${page - 1}.html`);
  return style === 'tables' ? `${column}&page=${page}` : `${column}?pageIndex=${page}`;
}

/** `date` is the day of publication; only the folder system writes it into the address. */
export function articleAddress(style: PageStyle, column: string, id: number, date: string): string {
  if (style === 'lists') {
    const day = date.replaceAll('-', '');
    return `${column.replace('index.html', '')}${day.slice(0, 6)}/t${day}_${id}.html`;
  }
  if (style === 'tables') return `${column.replace('list.asp', 'show.asp')}&id=${id}`;
  return `/public/content/${id}`;
}
