/** A link as intrusion is read from it; `host` '' where it leads nowhere. */
export interface PageLink {
  url: string;
  host: string;
  text: string;
}

/** A piece of the page kept from a reader's eyes. */
export interface HiddenPart {
  /** How, as a closed list of the reader of pages names it: display, off-screen, tiny-box … */
  way: string;
  /** In Chinese, for the reviewer. */
  words: string;
  /** Id and classes of the element that hides it. */
  label: string;
  /** The element itself says so, not a rule of the page's style sheet. */
  inline: boolean;
  text: string;
  links: readonly PageLink[];
}

/** What a search engine is shown at the same address. */
export interface SecondLook {
  title: string;
  text: string;
  links: readonly PageLink[];
}

/** One page, as intrusion (被植入) is read from it. Plain data: whoever has the page fills it in. */
export interface IntrusionPage {
  url: string;
  title: string;
  keywords: string;
  description: string;
  codedTitle: boolean;
  /** What a reader sees. */
  text: string;
  hidden: readonly HiddenPart[];
  /** Links a reader sees. */
  links: readonly PageLink[];
  /** Where scripts and frames come from. */
  scripts: readonly PageLink[];
  /** Scripts that treat search engines or their visitors apart. */
  searchEngineScripts: readonly string[];
  /** Links with words of a heading, and how many of them lead nowhere. */
  titleLinks: { count: number; nowhere: number };
  /** Hosts of the site and of the register, as `ownNames` gives them. */
  own: ReadonlySet<string>;
  /** Hosts this site has linked to before; null while nobody has looked long enough to know. */
  before: ReadonlySet<string> | null;
  asSearchEngine: SecondLook | null;
}
