import { categoryWords, severityRank, type Theme } from '../category-words.ts';
import { standingProblems } from '../parts/standing.ts';
import type { ChannelRow, Snapshot } from '../snapshot.ts';

/** What part two says of a site; lower rank is worse. Carry-over comes before anything new (rule L9). */
export interface SiteState {
  rank: number;
  group: 'carry-over' | Theme;
  found: string;
}

const UNTOUCHED: SiteState = { rank: -2, group: 'carry-over', found: '对上期通报的问题没有整改' };
const HALF_DONE: SiteState = { rank: -1, group: 'carry-over', found: '对上期通报的问题整改不彻底' };
const FAILED: SiteState = { rank: -0.5, group: 'duty', found: '网站检查结果为不合格' };

/** null when there is nothing to say. A failed site without a problem row is still named, so that table and text agree. */
export function siteState(site: ChannelRow, snapshot: Snapshot): SiteState | null {
  if (site.carryOver === 'not') return UNTOUCHED;
  if (site.carryOver === 'partly') return HALF_DONE;
  const [worst] = standingProblems(site, snapshot).toSorted((a, b) => severityRank(a.category) - severityRank(b.category));
  if (!worst) return site.verdict === 'fail' ? FAILED : null;
  const { theme, found } = categoryWords(worst.category, worst.categoryName);
  return { rank: severityRank(worst.category), group: theme, found };
}
