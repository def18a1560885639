import type { Instant } from '../../core/date.ts';
import { SEARCH_GAPS } from '../../evidence/site-search.ts';
import { latestFacts } from '../../store/facts.ts';
import { readRegister } from '../../store/register.ts';
import type { App } from '../open.ts';
import { type SearchRate, searchRate } from './search-rate.ts';

/** The last run of a site's test queries, with what it did not find or could not ask. */
export interface SiteSearchRow extends SearchRate {
  siteId: string;
  site: string;
  at: Instant;
  missed: { query: string; expected: string; url: string | null }[];
  gaps: { query: string; reason: string }[];
}

/** Hit rates of an area's sites at their last runs, in the order of the register. */
export async function viewSearches(app: Pick<App, 'db' | 'now'>, areaId: string): Promise<SiteSearchRow[]> {
  const { sites } = await readRegister(app.db, areaId);
  const ids = sites.map(({ id }) => id);
  const runs = new Map((await latestFacts(app.db, ids, ['site-search'], app.now())).map((fact) => [fact.channelId, fact]));
  return sites.flatMap(({ id, name }) => {
    const run = runs.get(id);
    if (run === undefined) return [];
    const { queries } = run.data;
    return [
      {
        siteId: id,
        site: name,
        at: run.at,
        ...searchRate(run.data),
        missed: queries.flatMap(({ query, expectedTitle, expectedUrl, url, rank, gap }) =>
          rank === null && gap === null ? [{ query, expected: expectedTitle ?? expectedUrl ?? '', url }] : [],
        ),
        gaps: queries.flatMap(({ query, gap }) => (gap === null ? [] : [{ query, reason: SEARCH_GAPS[gap] }])),
      },
    ];
  });
}
