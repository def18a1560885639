import { hostStanding, registeredName } from '../../core/host-names.ts';
import type { HiddenPart, IntrusionPage, PageLink } from './page.ts';
import { findSpam, type SpamTerm } from './spam-terms.ts';

/** What can speak for an intruder. One of them alone is for a person to look at; two that agree may open a problem. */
export const INTRUSION_SIGNALS = {
  hidden: '读者看不见',
  foreign: '链接到外部网站',
  farm: '同时链接多个互不相干的外部网站',
  spam: '含赌博、色情等词语',
  'head-only': '只写在标题、关键词或者描述里，正文没有',
  'coded-title': '标题用字符编码书写',
  'new-host': '此前从未链接过的外部网站',
  'other-answer': '给搜索引擎看的内容不同',
  'engine-script': '脚本对搜索引擎或者其访客另作处理',
  'lone-script': '脚本来自与本站无关的域名',
  'headings-nowhere': '标题链接大多被改为空链接',
} as const;
export type IntrusionSignal = keyof typeof INTRUSION_SIGNALS;

/** Nobody opens these by hovering or clicking: what is there is meant for machines. */
const NEVER_SEEN = new Set(['off-screen', 'tiny-box', 'tiny-font', 'same-colour', 'behind', 'clipped', 'marquee', 'script']);
/** Menus, tabs, slides and pop-ups wait so; only an element without a name of its own is none of them. */
const WAITING = new Set(['display', 'visibility', 'opacity']);
/** Words for people who listen to a page. */
const ACCESSIBLE = /skip|sr-?only|screen-?reader|visually-?hidden|accessib|a11y|wza|barrier|无障碍/i;
const FARM = 3;
const SPAM_WEIGHT = 2;

/** Links that lead to a site neither of the government nor known to all. */
export function foreignLinks(page: IntrusionPage, links: readonly PageLink[]): PageLink[] {
  return links.filter(({ host }) => host !== '' && hostStanding(host, page.own) === 'foreign');
}

export const namesOf = (links: readonly PageLink[]): string[] => [...new Set(links.map(({ host }) => registeredName(host)))];

/** What a hidden piece of the page says; [] when it is a menu, a word for listeners or a piece without anything in it. */
export function hiddenSignals(
  page: IntrusionPage,
  part: HiddenPart,
  terms: readonly SpamTerm[],
): { signals: IntrusionSignal[]; foreign: PageLink[]; spam: string[] } {
  // A link without words is a picture or a counter: nothing that an engine would read.
  const foreign = foreignLinks(page, part.links).filter(({ text }) => text.trim() !== '' || part.way === 'no-text');
  const { words, weight } = findSpam(`${part.text} ${part.links.map(({ text }) => text).join(' ')}`, terms);
  const spam = weight > SPAM_WEIGHT || (weight === SPAM_WEIGHT && foreign.length > 0) ? words : [];
  const unnamed = part.inline && part.label === '';
  const accessible = ACCESSIBLE.test(part.label) && foreign.length === 0;
  const hidden = NEVER_SEEN.has(part.way) || spam.length > 0 || (WAITING.has(part.way) && unnamed);
  const signals: IntrusionSignal[] = [];
  if (!hidden || accessible || (foreign.length === 0 && spam.length === 0) || isOwnPart(part)) return { signals, foreign, spam };
  signals.push('hidden');
  if (spam.length > 0) signals.push('spam');
  if (foreign.length > 0 && NEVER_SEEN.has(part.way)) signals.push('foreign');
  if (namesOf(foreign).length >= FARM) signals.push('farm');
  if (page.before !== null && namesOf(foreign).some((name) => !page.before?.has(name))) signals.push('new-host');
  return { signals, foreign, spam };
}

/** A comment without words shows nothing to anybody. */
const isOwnPart = ({ way, text }: HiddenPart): boolean => way === 'comment' && text.trim() === '';

/** A script that comes alone from the bare domain of somebody the page otherwise has nothing to do with. */
export function loneScripts(page: IntrusionPage): PageLink[] {
  const names = page.scripts.map(({ host }) => registeredName(host));
  const linked = new Set(namesOf(page.links));
  return foreignLinks(page, page.scripts).filter(({ host, url }) => {
    const name = registeredName(host);
    // An address of digits is as a rule an old server of the office's own.
    const bare = host.replace(/^www\./, '') === name && !/^[\d.]+$/.test(name);
    return bare && SCRIPT_FILE.test(url) && !linked.has(name) && names.filter((other) => other === name).length === 1 && !LIBRARY.test(url);
  });
}
/** Counters are called with a question. */
const SCRIPT_FILE = /^[^?]*\.js$/i;
const LIBRARY = /jquery|bootstrap|swiper|echarts|vue|react|layui|polyfill|analytics|stat|track|count|tongji|map|player|share|cdn|static/i;

const MANY_HEADINGS = 10;
const MOST_NOWHERE = 0.6;

/** Article titles whose addresses somebody has taken away. */
export const headingsNowhere = ({ titleLinks: { count, nowhere } }: IntrusionPage): boolean =>
  count >= MANY_HEADINGS && nowhere / count >= MOST_NOWHERE;
