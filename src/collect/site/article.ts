import { stableId } from '../../core/id.ts';
import type { DateSource } from '../../extract/page/article.ts';
import { parseAddress } from '../http/address.ts';
import type { PlannedArticle } from './job.ts';
import { lookAtPage } from './look-at-page.ts';
import { type Gain, noGain, type Scan } from './scan.ts';

/** Files that lists link to directly; they are targets, not pages to read. */
const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|dps|ofd|zip|rar|7z|txt|csv|jpe?g|png|gif|bmp|mp[34]|avi|wmv|flv)$/i;

/** Articles to open now: the first of every list before the second of any, so that each column is dated within the budget. */
export function plannedArticles(scan: Scan): PlannedArticle[] {
  const pages = [...scan.articles.values()].filter(({ url }) => !FILE.test(parseAddress(url)?.pathname ?? ''));
  return pages.sort((a, b) => a.rank - b.rank).slice(0, scan.settings.maxArticles);
}

/** Sources of a date that a reader of the page sees; scripts write it into the page. */
const SHOWN: readonly DateSource[] = ['visible', 'script'];

export async function lookAtArticle(scan: Scan, { url, columnId }: PlannedArticle): Promise<Gain> {
  const gain = noGain();
  const { look, at, blob, reading } = await lookAtPage(scan, url, gain, 'article');
  const article = reading?.article ?? null;
  gain.facts.push(
    scan.fact('article', stableId('page', url), at, url, blob, {
      url,
      columnId,
      outcome: look.outcome,
      title: article?.title ?? reading?.title ?? null,
      publishDate: article && SHOWN.includes(article.dateSource ?? 'inferred') ? article.publishDate : null,
      metaDate: article?.metaDate ?? null,
      source: article?.source ?? null,
    }),
  );
  return gain;
}
