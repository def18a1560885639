import { parseAddress } from '../http/address.ts';

/** Addresses of the other pages of a list, as far as the page itself tells. */
export interface Paging {
  next: string | null;
  last: string | null;
  /** There may be a page after this one. False only where nothing on the page hints at one. */
  more: boolean;
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
  const next = byText(NEXT) ?? scripted.next;
  const last = byText(LAST) ?? scripted.last;
  return { next, last, more: next !== null || last !== null || hintsAtMore(links, html) };
}

/** Pagers that scripts draw, in the content systems common on government sites. */
const PAGER_SCRIPT = /createPageHTML|laypage|\.pagination\s*\(|\.jpage\s*\(|dataproxy|pageDiv|showPage|turnPage|totalPage|pageCount/i;
const SEVERAL_PAGES = /共\s*(?:<[^>]{0,80}>\s*)*(?:[2-9]|[1-9]\d+)\s*(?:<[^>]{0,80}>\s*)*页/;

/** Page numbers, a count of pages above one, a pager drawn by script: signs of further pages whose address we may not know. */
function hintsAtMore(links: readonly { text: string }[], html: string): boolean {
  const trs = TRS.exec(html);
  if (trs) return Number(trs[2]) + 1 < Number(trs[1]);
  return SEVERAL_PAGES.test(html) || PAGER_SCRIPT.test(html) || links.some((link) => link.text.trim() === '2');
}

function scriptedPaging(html: string, pageUrl: string): Omit<Paging, 'more'> {
  const found = TRS.exec(html);
  if (!found) return { next: null, last: null };
  const [pages, current] = [Number(found[1]), Number(found[2])];
  const page = (index: number): string | null =>
    parseAddress(`${found[3]}${index === 0 ? '' : `_${index}`}.${found[4]}`, pageUrl)?.href ?? null;
  if (current + 1 >= pages) return { next: null, last: null };
  return { next: page(current + 1), last: page(pages - 1) };
}
