/** Limits of the browser, named once with their unit. `openBrowser` takes any part of them. */
export interface BrowserLimits {
  /** Pages open at the same moment. */
  pagesAtOnce: number;
  /** One page from its first request to what it shows, waiting for the host's pace not counted. */
  pageMs: number;
  /** After the document has arrived: how long its list may take to fill. */
  settleMs: number;
  /** When a page has asked for nothing and changed nothing for this long, nothing more will come. */
  patienceMs: number;
  /** Body bytes one page may bring, everything it asks for counted. */
  pageBytes: number;
  /** Requests one page may make. */
  pageRequests: number;
  /** The browser is closed after this long without work. */
  idleMs: number;
  /** Pages after which a fresh browser is started: memory never grows for days. */
  recycleAfter: number;
  /** Memory of one page's scripts, in MB. */
  scriptMb: number;
  /** Where no browser started, how long until the next try. */
  retryMs: number;
  /** Largest picture kept, and the part of a page it shows. */
  pictureBytes: number;
  pictureHeight: number;
}

export const BROWSER_DEFAULTS: BrowserLimits = {
  pagesAtOnce: 2,
  pageMs: 30_000,
  settleMs: 12_000,
  patienceMs: 3_000,
  pageBytes: 32 * 1_048_576,
  pageRequests: 300,
  idleMs: 120_000,
  recycleAfter: 60,
  scriptMb: 256,
  retryMs: 10 * 60_000,
  pictureBytes: 600_000,
  pictureHeight: 3_000,
};
