/** Every limit of the collector, named once with its unit. `openNet` takes any part of it. */
export interface NetSettings {
  /** Product token of the User-Agent header and of robots.txt groups. */
  agentName: string;
  /** Address at which a webmaster reaches the office: `mailto:…` or a page. Sent with every request when set. */
  contact: string | null;
  /** Address ranges (CIDR) opened although they are private; from MINGCHA_ALLOW_NETWORKS. */
  allowNetworks: readonly string[];

  connectMs: number;
  /** Until the headers are complete. */
  headersMs: number;
  /** Longest silence inside a body. */
  idleMs: number;
  /** One look, all redirects and the body included, waiting for the pace not counted. */
  totalMs: number;

  headerBytes: number;
  /** Largest page, after decompression. A longer one is cut and named `too-large`. */
  bodyBytes: number;
  /** Read of a target of which only the beginning is wanted (links, error pages). */
  sampleBytes: number;
  maxRedirects: number;

  /** Least time between two requests to one host. */
  paceMs: number;
  /** Requests to one host at the same moment; also connections per origin. */
  perHost: number;
  /** Ceiling for pauses a server asks for (Retry-After, Crawl-delay, back-off). */
  maxPauseMs: number;
  /** A look that would have to wait longer than this for its host is given up as `blocked`. */
  maxQueueMs: number;
  /** First step of the back-off after 429 or 503; doubles with each, melts with each good answer. */
  backOffMs: number;
  /** False = the operator answers for the sites and overrides robots.txt. */
  obeyRobots: boolean;
}

export const NET_DEFAULTS: NetSettings = {
  agentName: 'Mingcha',
  contact: null,
  allowNetworks: [],
  connectMs: 5_000,
  headersMs: 15_000,
  idleMs: 15_000,
  totalMs: 45_000,
  headerBytes: 65_536,
  bodyBytes: 8 * 1_048_576,
  sampleBytes: 131_072,
  maxRedirects: 10,
  paceMs: 500,
  perHost: 4,
  maxPauseMs: 10 * 60_000,
  maxQueueMs: 60_000,
  backOffMs: 1_000,
  obeyRobots: true,
};

/** Limits of one site on one monitored day. */
export interface SiteSettings {
  /** Home, list and article pages. */
  maxPages: number;
  /** Every request the scan makes, link looks and second looks included. */
  maxRequests: number;
  maxMinutes: number;
  /** List pages of one column that are read when page 1 cannot answer alone. */
  maxListPages: number;
  /** New articles opened in one scan, the newest first. */
  maxArticles: number;
  /** Looks that must agree before a target counts as gone. */
  goneLooks: number;
  /** Looks at one target in one scan, whatever they say. */
  maxLooks: number;
  /** Time between two looks at a target that failed. */
  apartMs: number;
  /** Availability visits at the start of a scan; the daily plan of visits belongs to the app. */
  probes: number;
  /** 国办秘函〔2019〕19号: a visit that takes 15 s or longer counts as not opened. */
  probeMs: number;
  /** Looks under way at the same time, over all hosts; each host's pace holds besides. */
  concurrency: number;
  /** Targets looked at between two checkpoints. */
  batch: number;
  /** Lists opened in the browser in one scan, where there is one. */
  browserPages: number;
  /** Pictures taken in one scan: two (desktop, phone) of the home page and of each list that looks overdue or empty. */
  pictures: number;
  /** Whether the home page is looked at once more as a search engine would: hidden links are often shown to it alone. */
  searchEngineView: boolean;
  /** This share of the pages that say they are unchanged is fetched whole all the same, another share every day. */
  sample: number;
  /** Attachments of the site fetched and read in one scan: new ones first, then those that may have changed. */
  maxAttachments: number;
  /** Largest attachment that is fetched whole; of a larger one size and type by name are kept. */
  attachmentBytes: number;
  /** Foreign hosts whose domain is looked at in one scan (parked, sold), each by one address the site links to. */
  maxDomains: number;
}

export const SITE_DEFAULTS: SiteSettings = {
  maxPages: 400,
  maxRequests: 3_000,
  maxMinutes: 120,
  maxListPages: 4,
  maxArticles: 200,
  goneLooks: 2,
  maxLooks: 3,
  apartMs: 5 * 60_000,
  probes: 1,
  probeMs: 15_000,
  concurrency: 8,
  batch: 100,
  browserPages: 30,
  pictures: 12,
  searchEngineView: false,
  // Each page once in four days: a server that says 304 whatever happened must not make a fresh column look stale.
  sample: 0.25,
  maxAttachments: 60,
  attachmentBytes: 20 * 1_048_576,
  maxDomains: 30,
};
