import { escapeHtml } from '../../notice/html/escape.ts';

/** How the reader wants the pages: kept in a cookie that holds this word and nothing else (seeds B06, B07). */
export const VIEWS = { standard: '标准', large: '大字', senior: '长辈版' } as const;
export type View = keyof typeof VIEWS;
export const viewOf = (word: string | undefined): View => (word === 'large' || word === 'senior' ? word : 'standard');

/** What stands around every public page. No scripts; everything in the order it is read. */
export function framed(page: { title: string; area: string; path: string; view: View; crumb: readonly Crumb[]; main: string }): string {
  const { title, area, path, view, crumb, main } = page;
  const text = escapeHtml;
  const views = Object.entries(VIEWS)
    .map(([name, words]) => `<li><a href="${text(path)}?view=${name}"${name === view ? ' aria-current="true"' : ''}>${words}</a></li>`)
    .join('');
  const steps = crumb.map(({ words, to }) => `<li>${to === null ? text(words) : `<a href="${text(to)}">${text(words)}</a>`}</li>`).join('');
  return `<!doctype html><html lang="zh-CN" class="${view}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/public/style.css"></head><body><a class="skip" href="#main">跳到正文</a><header class="top"><div class="in"><span class="name">${text(area)}监测通报公开</span><nav aria-label="字号与版式"><ul class="views">${views}</ul></nav></div></header><div class="in"><nav aria-label="所在位置"><ol class="crumb">${steps}</ol></nav><main id="main" class="sheet" tabindex="-1">${main}</main></div><footer class="end"><div class="in">本页面不使用脚本，不记录访问者身份。</div></footer></body></html>`;
}

/** A step of 所在位置; null leads nowhere. */
export interface Crumb {
  words: string;
  to: string | null;
}
