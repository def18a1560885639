import { parseAddress } from '../http/address.ts';

/** Addresses of the other pages of a list, as far as the page itself tells. */
export interface Paging {
  next: string | null;
  last: string | null;
}

const NEXT = /^(?:下一?页|后一?页|下页|next(?: page)?|[>»›]|&gt;)\s*[>»›]*$/i;
const LAST = /^(?:尾页|末页|最后一?页|last(?: page)?|>>|»»)$/i;
/** TRS: `createPageHTML(pages, current from 0, "index", "html")`, pages named index.html, index_1.html … */
const TRS = /createPageHTML\(\s*["']?(\d{1,5})["']?\s*,\s*["']?(\d{1,5})["']?\s*,\s*["']([\w-]{1,80})["']\s*,\s*["'](\w{1,8})["']/;

/** `links` in page order, texts as a reader sees them; `html` for pagers that a script writes. */
export function readPaging(links: readonly { url: string; text: string }[], html: string, pageUrl: string): Paging {
  const byText = (pattern: RegExp): string | null => {
    const here = parseAddress(pageUrl)?.href;
    return links.find((link) => pattern.test(link.text.trim()) && link.url !== here)?.url ?? null;
  };
  const scripted = scriptedPaging(html, pageUrl);
  return { next: byText(NEXT) ?? scripted.next, last: byText(LAST) ?? scripted.last };
}

function scriptedPaging(html: string, pageUrl: string): Paging {
  const found = TRS.exec(html);
  if (!found) return { next: null, last: null };
  const [pages, current] = [Number(found[1]), Number(found[2])];
  const page = (index: number): string | null =>
    parseAddress(`${found[3]}${index === 0 ? '' : `_${index}`}.${found[4]}`, pageUrl)?.href ?? null;
  if (current + 1 >= pages) return { next: null, last: null };
  return { next: page(current + 1), last: page(pages - 1) };
}
