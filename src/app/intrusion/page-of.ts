import type { HiddenReading } from '../../extract/hidden/read-hidden.ts';
import { HIDDEN_WAYS } from '../../extract/hidden/ways.ts';
import type { LinkRef } from '../../extract/markup/links.ts';
import type { IntrusionPage, PageLink, SecondLook } from '../../text/intrusion/page.ts';

/** What a site is known by when one of its pages is read. */
export interface SiteHosts {
  /** As `ownNames` gives them. */
  own: ReadonlySet<string>;
  /** Registered names it has linked to before; null while nobody has looked long enough to know. */
  before: ReadonlySet<string> | null;
}

const RUN_BY_BROWSERS = new Set(['script', 'iframe', 'frame', 'embed', 'object']);
const FOLLOWED = new Set(['a', 'area']);

/** A page as the reader of intrusion takes it: hidden links apart from those a reader sees. */
export function intrusionPage(url: string, reading: HiddenReading, hosts: SiteHosts, asSearchEngine: HiddenReading | null): IntrusionPage {
  const hiddenUrls = new Set(reading.pieces.flatMap(({ links }) => links.map((link) => link.url)));
  return {
    url,
    title: reading.title,
    keywords: reading.keywords,
    description: reading.description,
    codedTitle: reading.codedTitle,
    text: reading.text,
    hidden: reading.pieces.map((piece) => ({ ...piece, words: HIDDEN_WAYS[piece.way], links: piece.links.map(pageLink) })),
    links: followed(reading).filter((link) => !hiddenUrls.has(link.url)),
    scripts: reading.links.filter(({ tag }) => RUN_BY_BROWSERS.has(tag)).map(pageLink),
    searchEngineScripts: reading.searchEngineScripts,
    titleLinks: reading.titleLinks,
    ...hosts,
    asSearchEngine: asSearchEngine && secondLook(asSearchEngine),
  };
}

const secondLook = (reading: HiddenReading): SecondLook => ({ title: reading.title, text: reading.text, links: followed(reading) });

const followed = ({ links }: HiddenReading): PageLink[] => links.filter(({ tag }) => FOLLOWED.has(tag)).map(pageLink);

const pageLink = ({ url, text }: Pick<LinkRef, 'url' | 'text'>): PageLink => ({ url, host: URL.parse(url)?.host ?? '', text });
