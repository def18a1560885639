import type { Finding, FindingKind } from '../finding.ts';
import { readSecondLook } from './cloaking.ts';
import { intrusionFinding } from './finding-of.ts';
import type { IntrusionPage } from './page.ts';
import { foreignLinks, headingsNowhere, hiddenSignals, type IntrusionSignal, loneScripts, namesOf } from './signals.ts';
import { findSpam, type SpamTerm } from './spam-terms.ts';

const SHOWN = 3;
/** Weight of spam words that no honest page reaches by itself. */
const OVERRUN = 5;

/**
 * Reader of layer L6 (seeds M10): what an intruder put into a page. Every finding names its signals; only where two of them agree
 * may it open a problem, one alone goes to a person. A finding has no place in the visible text, so its offsets are 0.
 */
export function readIntrusion(page: IntrusionPage, terms: readonly SpamTerm[]): Finding[] {
  const findings = [
    ...hiddenFindings(page, terms),
    ...headFindings(page, terms),
    ...linkFindings(page, terms),
    ...readSecondLook(page, terms),
    ...scriptFindings(page),
  ];
  // What stands alone is believed when something of another kind speaks on the same page.
  const kinds = new Set(findings.map(({ kind }) => kind));
  const believed = (kind: FindingKind): boolean => kinds.size > 1 && BELIEVED_IN_COMPANY.has(kind);
  return findings.map((finding) => (believed(finding.kind) ? { ...finding, files: true, score: Math.max(finding.score, 0.85) } : finding));
}

const BELIEVED_IN_COMPANY = new Set<FindingKind>(['hidden-link', 'cloaking', 'foreign-host']);

function hiddenFindings(page: IntrusionPage, terms: readonly SpamTerm[]): Finding[] {
  return page.hidden.flatMap((part) => {
    const { signals, foreign, spam } = hiddenSignals(page, part, terms);
    if (signals.length === 0) return [];
    const names = namesOf(foreign);
    const words = [...spam.slice(0, SHOWN), ...names.slice(0, SHOWN)].join('、');
    const told = `${part.words}的内容${names.length > 0 ? `链接到${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? `等${names.length}个网站` : ''}` : ''}`;
    return [intrusionFinding(names.length > 0 ? 'hidden-link' : 'hidden-text', words, signals, told)];
  });
}

function headFindings(page: IntrusionPage, terms: readonly SpamTerm[]): Finding[] {
  const head = `${page.title} ${page.keywords} ${page.description}`;
  const { words, weight } = findSpam(head, terms);
  if (weight < 2) return [];
  const body = page.text.toLowerCase();
  const signals: IntrusionSignal[] = ['spam'];
  if (words.every((word) => !withoutTitle(body, page.title).includes(word))) signals.push('head-only');
  if (page.codedTitle) signals.push('coded-title');
  return [intrusionFinding('spam-term', words.slice(0, SHOWN).join('、'), signals, '页面标题、关键词或者描述中出现植入词')];
}

/** A page may print its title above the text; that is not yet a text about it. */
const withoutTitle = (body: string, title: string): string => (title === '' ? body : body.replaceAll(title.toLowerCase(), ' '));

function linkFindings(page: IntrusionPage, terms: readonly SpamTerm[]): Finding[] {
  const spammy = foreignLinks(page, page.links).flatMap((link) => {
    const { words, weight } = findSpam(link.text, terms);
    return weight >= 2 ? [{ link, words }] : [];
  });
  if (spammy.length > 0) {
    const names = namesOf(spammy.map(({ link }) => link));
    const found = [...new Set(spammy.flatMap(({ words }) => words))].slice(0, SHOWN).join('、');
    return [intrusionFinding('spam-term', found, ['spam', 'foreign'], `页面上的链接以植入词指向${names.slice(0, SHOWN).join('、')}`)];
  }
  const { words, weight } = findSpam(page.text, terms);
  return weight >= OVERRUN ? [intrusionFinding('spam-term', words.slice(0, SHOWN).join('、'), ['spam'], '正文中出现多个植入词')] : [];
}

function scriptFindings(page: IntrusionPage): Finding[] {
  const findings = page.searchEngineScripts
    .slice(0, 1)
    .map((script) => intrusionFinding('cloaking', script, ['engine-script'], '页面脚本按来源转走访客'));
  const alone = loneScripts(page);
  if (alone.length === 0) return findings;
  const signals: IntrusionSignal[] = ['lone-script'];
  if (headingsNowhere(page)) signals.push('headings-nowhere');
  if (page.before !== null && namesOf(alone).some((name) => !page.before?.has(name))) signals.push('new-host');
  return [
    ...findings,
    intrusionFinding('foreign-host', namesOf(alone).join('、'), signals, `页面执行来自${alone.map(({ url }) => url).join('、')}的脚本`),
  ];
}
