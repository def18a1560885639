import { resolver } from './resolve.ts';

/** Addresses that joining by hand gets right: no letters to encode, no scheme, no host of their own, at most a simple query. */
const PLAIN = /^[\w\-./~]*(?:\?[\w\-.=&/]*)?$/;
const DOTS = /(?:^|\/)\.{1,2}(?:\/|\?|$)/;

/**
 * `resolver` for the many plain relative addresses of a page, joined by hand; every other goes to `resolver` itself.
 * `href` comes without fragment and not empty.
 */
export function quickResolver(pageUrl: string, base: string | null, charset: string): (href: string) => string | null {
  const exact = resolver(pageUrl, base, charset);
  const from = base === null ? pageUrl : URL.canParse(base, pageUrl) ? new URL(base, pageUrl).href : null;
  const url = from === null ? null : URL.parse(from);
  if (url === null || !/^https?:$/.test(url.protocol)) return exact;
  const { origin, pathname } = url;
  // user:password@ belongs to the address but not to its origin
  if (!url.href.startsWith(`${origin}/`)) return exact;
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  return (href) => {
    if (!PLAIN.test(href)) {
      if (!href.startsWith(origin) || href.charCodeAt(origin.length) !== 47) return exact(href);
      const rest = href.slice(origin.length);
      return PLAIN.test(rest) && !DOTS.test(rest) ? href : exact(href);
    }
    const code = href.charCodeAt(0);
    if (code === 63) return exact(href);
    if (code === 47) return href.charCodeAt(1) === 47 || DOTS.test(href) ? exact(href) : origin + href;
    let at = 0;
    let up = folder.length;
    while (href.startsWith('../', at)) {
      at += 3;
      up = up > 1 ? folder.lastIndexOf('/', up - 2) + 1 : up;
    }
    const rest = at === 0 ? href : href.slice(at);
    return DOTS.test(rest) ? exact(href) : origin + folder.slice(0, up) + rest;
  };
}
