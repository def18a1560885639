import type { Clock } from '../../collect/clock.ts';
import type { Net } from '../../collect/index.ts';
import { searchSite } from '../../collect/site/search-site.ts';
import { type CalendarDate, dateAt, daysBetween } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { insertFacts, latestFacts } from '../../store/facts.ts';
import { searchQueriesOf } from '../../store/search-queries.ts';
import type { Site } from '../../subjects/channel.ts';
import type { App } from '../open.ts';

/** Days from one run of a site's test queries to the next. */
const EVERY_DAYS = 7;

interface SearchWork {
  site: Site;
  day: CalendarDate;
  net: Net;
  clock: Clock;
  /** Null outside of a run. */
  runId: string | null;
  signal?: AbortSignal;
}

/** Puts the test queries of a site to its search when the last run is a week old; answers the run, null when none is due. */
export async function searchIfDue(app: App, work: SearchWork): Promise<Fact<'site-search'> | null> {
  const [last] = await latestFacts(app.db, [work.site.id], ['site-search'], work.clock.now());
  if (last && daysBetween(dateAt(last.at), work.day) < EVERY_DAYS) return null;
  return searchNow(app, work);
}

/** Puts the test queries of a site to its search now; null when it has none. */
export async function searchNow(app: App, { site, day, net, clock, runId, signal }: SearchWork): Promise<Fact<'site-search'> | null> {
  const queries = await searchQueriesOf(app.db, site.id);
  if (queries.length === 0) return null;
  const tests = queries.map(({ query, expectedTitle, expectedUrl }) => ({ query, expectedTitle, expectedUrl }));
  const fact = await searchSite({ site, queries: tests, day }, { net, blobs: app.blobs, clock, ...(signal ? { signal } : {}) });
  await insertFacts(app.db, [fact], runId);
  return fact;
}
