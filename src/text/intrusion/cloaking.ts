import type { Finding } from '../finding.ts';
import { intrusionFinding } from './finding-of.ts';
import type { IntrusionPage } from './page.ts';
import { foreignLinks, type IntrusionSignal, namesOf } from './signals.ts';
import { findSpam, type SpamTerm } from './spam-terms.ts';
import { unlikeTitles } from './titles.ts';

/** Outer sites shown to the engine alone; one or two may be a banner that changes with every visit. */
const MANY_OTHERS = 3;

/** Compares what a visitor and what a search engine is shown (seeds M10: 对搜索引擎另作答复). [] when the engine was not asked. */
export function readSecondLook(page: IntrusionPage, terms: readonly SpamTerm[]): Finding[] {
  const engine = page.asSearchEngine;
  if (engine === null) return [];
  const signals: IntrusionSignal[] = [];
  const shown = new Set(findSpam(`${page.title} ${page.text}`, terms).words);
  const spam = findSpam(`${engine.title} ${engine.text}`, terms).words.filter((word) => !shown.has(word));
  const weight = spam.reduce((sum, word) => sum + (terms.find(({ term }) => term === word)?.weight ?? 0), 0);
  const known = new Set(namesOf([...page.links, ...page.hidden.flatMap(({ links }) => links)]));
  const others = namesOf(foreignLinks(page, engine.links)).filter((name) => !known.has(name));
  const otherTitle = unlikeTitles(page.title, engine.title);
  if (otherTitle || others.length >= MANY_OTHERS || weight >= 2) signals.push('other-answer');
  if (weight >= 2) signals.push('spam');
  if (signals.length > 0 && others.length >= MANY_OTHERS) signals.push('farm');
  if (signals.length === 0) return [];
  const found = [...spam.slice(0, 3), ...others.slice(0, 3)].join('、') || engine.title;
  return [intrusionFinding('cloaking', found, signals, `以搜索引擎身份访问时，标题为“${engine.title}”`)];
}
