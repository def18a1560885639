import { limitName } from '../../../core/limit.ts';
import { VERDICT_NAMES } from '../../../core/verdict.ts';
import { escapeHtml as esc } from '../../../notice/html/escape.ts';
import { attachmentsHtml } from './attachments.ts';
import { conditionLines } from './condition.ts';
import { addressGroups, notRunTable } from './html-addresses.ts';
import { reasonName } from './make-report.ts';
import { linkPicture } from './picture.ts';
import type { LookReport, ReportedFinding } from './report.ts';
import { STYLE } from './style.ts';
import { viewsHtml } from './views.ts';
import { LOOK_VERDICTS, scopeLines } from './words.ts';

/**
 * The report as one page that needs nothing else: what is wrong, where, why, how to put it right. Prints on A4.
 * `pictures`: bytes of the pictures by their hash.
 */
export function reportHtml(report: LookReport, pictures: ReadonlyMap<string, Uint8Array> = new Map()): string {
  const name = report.title ?? report.site;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${esc(name)} 网站检查报告</title><style>${STYLE}</style></head><body><main>
${head(report, name)}${figures(report)}
${problems(report)}${columns(report)}${marks(report)}${condition(report)}${attachmentsHtml(report.attachments)}${viewsHtml(report, pictures)}${unjudged(report)}${about(report)}
</main></body></html>
`;
}

function head({ site, at, verdict, reason, sheet }: LookReport, name: string): string {
  const note = reason === null ? '' : `<p>${esc(reason)}</p>`;
  return `<header><p class="kind">网站检查报告</p><h1>${esc(name)}</h1>
<p class="where"><a href="${esc(site)}">${esc(site)}</a></p>
<p class="when">查看时间 ${moment(at)}　检查方案 ${esc(sheet.name)}</p>
<div class="verdict ${verdict}"><strong>${LOOK_VERDICTS[verdict]}</strong>${note}</div></header>`;
}

/** Shanghai wall clock, to the minute. */
const moment = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function figures(report: LookReport): string {
  const { links, images, findings, pages, seconds } = report;
  const cells: [number | string, string][] = [
    [pages, '读过的页面'],
    [links.checked, '查过的地址'],
    [links.dead.length, '打不开'],
    [images.dead.length, '其中图片'],
    [findings.filter(({ level }) => level === 'problem').length, '其他问题'],
    [links.notRun.length, '没能判断'],
  ];
  const boxes = cells.map(([value, label]) => `<div><dd>${value}</dd><dt>${label}</dt></div>`).join('');
  return `<dl class="figures">${boxes}</dl>${linkPicture(report)}<p class="small">用时 ${seconds} 秒</p>`;
}

function problems({ links, findings, site }: LookReport): string {
  const listed = findings.filter(({ level }) => level === 'problem');
  const reminders = findings.filter(({ level }) => level !== 'problem');
  if (links.dead.length + findings.length === 0) return '<section><h2>问题</h2><p>没有发现问题。</p></section>';
  return [
    links.dead.length === 0 ? '' : `<section><h2>打不开的地址</h2>${addressGroups(links.dead, site)}</section>`,
    findingTable('其他问题', listed),
    findingTable('提醒', reminders),
  ].join('\n');
}

function findingTable(title: string, findings: readonly ReportedFinding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map(({ title: kind, text, place, remedy }) => {
    const where = place.url === null ? esc(place.label) : `<a href="${esc(place.url)}">${esc(place.label)}</a>`;
    return `<tr><td data-label="问题"><b>${esc(kind)}</b><br>${esc(text)}</td><td data-label="位置">${where}</td><td data-label="如何改正">${esc(remedy)}</td></tr>`;
  });
  return `<section><h2>${title}</h2><table><thead><tr><th>问题</th><th>位置</th><th>如何改正</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function columns({ columns: all }: LookReport): string {
  if (all.length === 0) return '';
  const rows = all.map(({ path, url, limit, newestDate, items, verdict, reason }) => {
    const name = url === null ? esc(path) : `<a href="${esc(url)}">${esc(path)}</a>`;
    const why = reason === null ? '' : `<br><span class="small">${esc(reasonName(reason))}</span>`;
    return `<tr><td data-label="栏目">${name}</td><td data-label="更新时限">${limit === null ? '不限' : limitName(limit)}</td><td data-label="最新日期">${newestDate ?? '—'}</td><td data-label="条数">${items}</td><td data-label="结果"><span class="tag ${verdict}">${VERDICT_NAMES[verdict]}</span>${why}</td></tr>`;
  });
  return `<section><h2>栏目更新</h2><table><thead><tr><th>栏目</th><th>更新时限</th><th>最新日期</th><th>条数</th><th>结果</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function marks({ marks: seen }: LookReport): string {
  if (seen === null) return '';
  const lines: [string, string | null][] = [
    ['主办单位', seen.organiser],
    ['政府网站标识码', seen.siteIdCode],
    ['ICP备案编号', seen.icp],
    ['公安机关备案号', seen.police],
    ['“我为政府网站找错”入口', seen.errorReportEntry ? '有' : null],
  ];
  const rows = lines.map(
    ([name, value]) => `<tr><th>${name}</th><td>${value === null ? '<span class="absent">首页上没有读到</span>' : esc(value)}</td></tr>`,
  );
  return `<section><h2>网站标识</h2><table class="pairs"><tbody>${rows.join('')}</tbody></table></section>`;
}

/** 网站基本情况: told, not judged; the national indicators punish none of it. */
function condition({ condition: seen, site }: LookReport): string {
  const rows = conditionLines(seen).map(([name, words]) => `<tr><th>${name}</th><td>${esc(words)}</td></tr>`);
  if (rows.length === 0) return '';
  const pages = (seen.mixedContent?.first ?? []).map(({ url, insecure }) => {
    const parts = insecure.map((part) => `<li>${esc(part)}</li>`).join('');
    return `<li><a href="${esc(url)}">${url === site ? '首页' : esc(url)}</a><ul>${parts}</ul></li>`;
  });
  const mixed =
    pages.length === 0 ? '' : `<p>以下页面里的这些内容没有加密传输，请把地址改为 https，或者省略“http:”：</p><ul>${pages.join('')}</ul>`;
  return `<section><h2>网站基本情况</h2><p class="small">供技术人员参考，不计入检查结果。</p><table class="pairs"><tbody>${rows.join('')}</tbody></table>${mixed}</section>`;
}

function unjudged({ links, undecided, site }: LookReport): string {
  if (links.notRun.length + undecided.length === 0) return '';
  const checks = undecided.map(({ title, place, reason }) => `<li>${esc(title)}（${esc(place)}）：${esc(reasonName(reason))}</li>`);
  const list = checks.length === 0 ? '' : `<p>以下检查这一次没有得出结论：</p><ul>${checks.join('')}</ul>`;
  return `<section><h2>没能判断的</h2><p>原因可能在查看的一方，一律不算网站的问题，请人工核对。</p>${notRunTable(links.notRun, site)}${list}</section>`;
}

function about(report: LookReport): string {
  const { limits, evidence, sheet } = report;
  const lines = [
    '每个地址不论出现在几个页面只查一次；失败的隔一段时间再查，每次都打不开、而且同一网站的其他地址正常，才列为打不开。',
    '被网站防护拦截、robots 规则不允许、域名解析失败、证书错误的，一律不列为问题。',
    ...scopeLines(report),
    `方案版本 ${sheet.key}；同时查看 ${limits.concurrency} 个地址，间隔 ${limits.paceMs} 毫秒。`,
    ...(evidence === null ? ['本次没有留存证据原件。'] : [`证据原件：${evidence}`]),
  ];
  return `<section class="about"><h2>说明</h2><ul>${lines.map((line) => `<li>${esc(line)}</li>`).join('')}</ul><p class="small">由“明察”生成。本报告供自查使用，不代表上级检查结论。</p></section>`;
}
