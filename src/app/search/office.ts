import { basename } from 'node:path';
import { realClock } from '../../collect/clock.ts';
import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { readRegister } from '../../store/register.ts';
import { replaceSearchQueries, searchQueriesOf } from '../../store/search-queries.ts';
import type { Site } from '../../subjects/channel.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { Config } from '../config.ts';
import { readNamed } from '../named-file.ts';
import type { App } from '../open.ts';
import { openNets } from '../runs/nets.ts';
import { withinArea } from '../within-area.ts';
import { readQueriesFile } from './queries-file.ts';
import { searchNow } from './search-if-due.ts';
import { type SiteSearchRow, viewSearches } from './view-searches.ts';

export interface SearchWish {
  /** Site by name, address or id; null = the only one with queries, or all of them. */
  site: string | null;
  /** Table of test queries that replaces the site's; null = leave them. */
  queriesFile: string | null;
  /** Ask now instead of only showing the last runs. */
  run: boolean;
}

/** Imports test queries, asks them when wanted, and answers the hit rates of the area's sites at their last runs. */
export async function siteSearches(config: Config, areaName: string, wish: SearchWish): Promise<SiteSearchRow[]> {
  return withinArea(config, areaName, async (app, area) => {
    const { sites } = await readRegister(app.db, area.id);
    if (wish.queriesFile !== null) await importQueries(app, findSite(sites, wish.site), wish.queriesFile);
    if (wish.run) await runSearches(app, area.id, wish.site === null ? sites : [findSite(sites, wish.site)]);
    return viewSearches(app, area.id);
  });
}

async function importQueries(app: App, site: Site, path: string): Promise<void> {
  const bytes = await readNamed(path);
  const queries = readQueriesFile(bytes, basename(path));
  await app.db.transaction().execute((trx) => replaceSearchQueries(trx, site.id, queries));
}

async function runSearches(app: App, areaId: string, sites: readonly Site[]): Promise<void> {
  const settings = await readAreaSettings(app.db, areaId);
  const nets = openNets(app.config);
  let asked = 0;
  try {
    for (const site of sites) {
      if ((await searchQueriesOf(app.db, site.id)).length === 0) continue;
      await searchNow(app, { site, day: dateAt(app.now()), net: nets.for(settings), clock: realClock, runId: null });
      asked += 1;
    }
  } finally {
    await nets.close();
  }
  if (asked === 0) throw new MingchaError('not-found', '没有登记检索词，无从检索。', '用 --queries 文件 --site 网站 导入检索词清单。');
}

function findSite(sites: readonly Site[], text: string | null): Site {
  const found = text === null ? sites : sites.filter(({ id, name, url }) => id === text || name === text || url === text);
  const [site] = found;
  if (site && found.length === 1) return site;
  throw new MingchaError(
    text === null ? 'usage' : 'not-found',
    text === null ? '没有写明是哪个网站的检索词。' : `底册中没有（或不止一个）名为“${text}”的网站。`,
    '请用 --site 写网站的名称、网址或编号。',
  );
}
