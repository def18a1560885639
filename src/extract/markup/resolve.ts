import iconv from 'iconv-lite';

/** Charset labels of ours in the names of the encoder. */
const ENCODERS: Readonly<Record<string, string>> = { gbk: 'gb18030', big5: 'big5' };

/**
 * Resolver of addresses against the page and its <base>, by the URL standard (backslashes, line breaks and blanks as browsers take them).
 * Answers absolute http(s) addresses without fragment, null for all else. Pages repeat addresses, so answers are kept for the life of the resolver.
 */
export function resolver(pageUrl: string, base: string | null, charset: string): (href: string) => string | null {
  const origin = baseOf(pageUrl, base);
  const encoder = ENCODERS[charset];
  const known = new Map<string, string | null>();
  return (href) => {
    let url = known.get(href);
    if (url === undefined) {
      url = resolve(encoder === undefined ? href : encodeQuery(href, encoder), origin);
      known.set(href, url);
    }
    return url;
  };
}

function baseOf(pageUrl: string, base: string | null): string | undefined {
  const page = URL.canParse(pageUrl) ? pageUrl : undefined;
  if (base === null) return page;
  return URL.canParse(base, page) ? new URL(base, page).href : page;
}

function resolve(href: string, base: string | undefined): string | null {
  const url = URL.parse(href, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}

/** Browsers send the letters of a query in the charset of the page; the path always goes in UTF-8. */
function encodeQuery(href: string, encoder: string): string {
  const at = href.indexOf('?');
  if (at < 0 || !NON_ASCII.test(href)) return href;
  return href.slice(0, at) + href.slice(at).replace(NON_ASCII_RUN, (run) => percent(iconv.encode(run, encoder)));
}
const NON_ASCII = /[\u0080-\uffff]/;
const NON_ASCII_RUN = /[\u0080-\uffff]+/g;

function percent(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
