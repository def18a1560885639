import type { CalendarDate } from '../../core/date.ts';
import type { DATE_SOURCES } from '../../evidence/facts.ts';
import { dateInUrl } from '../dates/url-date.ts';
import type { Layout } from '../markup/layout.ts';
import { findHeadline, type Headline, titleParts } from './headline.ts';
import { type HiddenDate, readMetaDate } from './meta-date.ts';
import type { Head } from './metas.ts';
import { findPublishDate, type SeenDate } from './publish-date.ts';
import { readAccountName, readScriptDate } from './script-facts.ts';
import { findSource } from './source.ts';

export type DateSource = (typeof DATE_SOURCES)[number];

/** An article as its reader sees it. */
export interface ArticleReading {
  title: string | null;
  publishDate: CalendarDate | null;
  /** `2020-09-28 11:40` or with seconds, Shanghai time; null when no time of day is known. */
  publishDateTime: string | null;
  source: string | null;
  /** Where the publish date was read; null without one. */
  dateSource: DateSource | null;
  /** Day of the PubDate tag (or its non-standard kin), whatever the page shows. */
  metaDate: CalendarDate | null;
  /** What the page shows against what its tag says, when they differ; the reader's view stands in `publishDate`. */
  contradiction: { shown: string; meta: string; on: 'day' | 'time' } | null;
}

/** An article with what the decision about the kind of page needs to know of it. */
export interface ArticleEvidence {
  article: ArticleReading;
  /** The visible date, if any, and whether it stands by a title. */
  seen: SeenDate | null;
  headline: Headline | null;
}

/** Reads the page as an article: whether it is one is decided elsewhere. */
export function readArticle(layout: Layout, head: Head, options: { url: string; today: CalendarDate | null }): ArticleEvidence {
  const headline = findHeadline(layout, head);
  const seen = findPublishDate(layout, headline, options.today);
  const meta = readMetaDate(head);
  const chosen = choose(seen, meta, () => readScriptDate(layout), options.url);
  const title =
    headline?.text ?? nonEmpty(head.government.ArticleTitle) ?? nonEmpty(head.named.get('og:title')) ?? titleParts(head.title)[1] ?? null;
  const line = seen !== null && seen.rank > 1 ? seen.line : (headline?.to ?? 0);
  const source = findSource(layout, line, seen === null) ?? readAccountName(layout) ?? nonEmpty(head.government.ContentSource);
  return {
    article: {
      title,
      publishDate: chosen?.date ?? null,
      publishDateTime: chosen?.time ? `${chosen.date} ${chosen.time}` : null,
      source,
      dateSource: chosen?.source ?? null,
      metaDate: meta?.date ?? null,
      contradiction: contradictionOf(seen, meta),
    },
    seen,
    headline,
  };
}

interface Chosen extends HiddenDate {
  source: DateSource;
}

/** Seen as published, then tag, then script, then another day of the document, then the address. */
function choose(seen: SeenDate | null, meta: HiddenDate | null, script: () => HiddenDate | null, url: string): Chosen | null {
  if (seen !== null && seen.rank > 1 && seen.exact) return { date: seen.date, time: seen.time, source: 'visible' };
  if (meta) return { ...meta, source: 'meta' };
  const inScript = script();
  if (inScript) return { ...inScript, source: 'script' };
  if (seen) return { date: seen.date, time: seen.time, source: 'inferred' };
  const date = dateInUrl(url);
  return date === null ? null : { date, time: null, source: 'url' };
}

function contradictionOf(seen: SeenDate | null, meta: HiddenDate | null): ArticleReading['contradiction'] {
  if (seen === null || meta === null || seen.rank === 1 || !seen.exact) return null;
  // A page that shows only its last update says nothing against an earlier day of publishing.
  if (seen.updated && meta.date <= seen.date) return null;
  if (seen.date !== meta.date) return { shown: seen.date, meta: meta.date, on: 'day' };
  if (seen.time === null || meta.time === null || seen.time.slice(0, 5) === meta.time.slice(0, 5)) return null;
  return { shown: `${seen.date} ${seen.time}`, meta: `${meta.date} ${meta.time}`, on: 'time' };
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
