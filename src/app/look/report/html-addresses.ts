import { OUTCOMES } from '../../../evidence/outcome.ts';
import { escapeHtml as esc } from '../../../notice/html/escape.ts';
import type { ReportedAddress } from './report.ts';
import { byReason, notRunReason, RELATION_NAMES, reasonWords } from './words.ts';

/** Pages named for one address before the rest is told by number. */
const PAGES_SHOWN = 3;
/** Rows of addresses that could not be judged; the CSV and the JSON hold all of them. */
const NOT_RUN_SHOWN = 200;

/** Dead addresses, one block for each reason with its cause and cure. */
export function addressGroups(dead: readonly ReportedAddress[], site: string): string {
  return byReason(dead)
    .map(([reason, group]) => {
      const { name, why, remedy } = reasonWords(reason);
      const rows = group.map((address) => `<tr>${cells(address, site)}<td data-label="查看情况">${looks(address)}</td></tr>`);
      return `<section class="group"><h3>${esc(name)}<span class="count">${group.length} 个</span></h3>
<p><b>为什么</b>　${esc(why)}</p><p><b>怎么改</b>　${esc(remedy)}</p>
<table class="addresses"><thead><tr><th>地址</th><th>在哪里</th><th>查看情况</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
    })
    .join('\n');
}

function cells({ url, relation, foundOn, foundOnCount }: ReportedAddress, site: string): string {
  const places = foundOn
    .slice(0, PAGES_SHOWN)
    .map(({ url: page, text }) => `<li>${link(page, site)}${text === '' ? '' : `<span class="anchor">“${esc(text)}”</span>`}</li>`);
  const more = foundOnCount > PAGES_SHOWN ? `<li class="small">共 ${foundOnCount} 个页面</li>` : '';
  const where = places.length === 0 ? '—' : `<ul>${places.join('')}${more}</ul>`;
  return `<td data-label="地址"><span class="tag">${RELATION_NAMES[relation]}</span> ${link(url, site)}</td><td data-label="在哪里">${where}</td>`;
}

/** How often it was tried and what the looks met. */
function looks({ looks: all, status }: ReportedAddress): string {
  const met = [...new Set(all)];
  if (met.length > 1) return `${all.length} 次：${esc(met.map((outcome) => OUTCOMES[outcome]).join('、'))}`;
  return status === null ? `${all.length} 次均未打开` : `${all.length} 次均为 ${status}`;
}

/** Addresses that could not be judged, with the reason. */
export function notRunTable(addresses: readonly ReportedAddress[], site: string): string {
  if (addresses.length === 0) return '';
  const rows = addresses
    .slice(0, NOT_RUN_SHOWN)
    .map((address) => `<tr>${cells(address, site)}<td data-label="原因">${esc(notRunReason(address))}</td></tr>`);
  const more =
    addresses.length > NOT_RUN_SHOWN ? `<p class="small">另有 ${addresses.length - NOT_RUN_SHOWN} 个，见 JSON 或者 CSV。</p>` : '';
  return `<table class="addresses"><thead><tr><th>地址</th><th>在哪里</th><th>原因</th></tr></thead><tbody>${rows.join('')}</tbody></table>${more}`;
}

/** Addresses of the site itself without its host, which stands at the head of the report. */
function link(url: string, site: string): string {
  const { origin, pathname, search } = new URL(url);
  const own = origin === new URL(site).origin;
  const shown = url === site ? '首页' : own ? readable(pathname + search) : url;
  return `<a href="${esc(url)}">${esc(shown)}</a>`;
}

/** Chinese file names as people wrote them. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
