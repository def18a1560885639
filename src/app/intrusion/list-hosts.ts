import { groupBy } from '../../checks/lib/group-by.ts';
import { addDays, type Instant, instantOf } from '../../core/date.ts';
import { registeredName } from '../../core/host-names.ts';
import { EXTERNAL_STANDINGS, type ExternalHost } from '../../evidence/intrusion.ts';
import { knownHosts, standingDecisions } from '../../store/external-hosts.ts';
import { readRegister } from '../../store/register.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { domainLooks, MET_WITHIN_DAYS, ownHostsOf, standingBefore } from './external-hosts.ts';
import { judgeHost } from './judge-host.ts';

/** How an external site stands on the list: by what was decided, or by a name that needs no decision. */
export const ROW_STANDINGS = { ...EXTERNAL_STANDINGS, government: '政府域名', neutral: '公认网站' } as const;
export type RowStanding = keyof typeof ROW_STANDINGS;

/** An external site as one site of the area links to it. */
export interface ExternalHostRow extends Omit<ExternalHost, 'standing'> {
  standing: RowStanding;
  siteId: string;
  site: string;
  unitId: string;
  lastSeen: Instant;
  /** Registered name its address led to when last looked at; null when nobody saw it. */
  ledTo: string | null;
}

/** External sites that the sites of an area link to, by site and name (外链清单). `siteId` null: of all sites. */
export async function listExternalHosts(app: App, areaId: string, { siteId }: { siteId: string | null }): Promise<ExternalHostRow[]> {
  await areaOf(app, areaId);
  const { sites } = await readRegister(app.db, areaId);
  const wanted = new Map(sites.filter(({ id }) => siteId === null || id === siteId).map((site) => [site.id, site]));
  const since = instantOf(addDays(await todayOf(app, areaId), -MET_WITHIN_DAYS), '00:00');
  const known = await knownHosts(app.db, [...wanted.keys()], since);
  const decisions = groupBy(await standingDecisions(app.db, areaId), ({ name }) => name);
  const own = await ownHostsOf(app, areaId);
  const bySite = groupBy(known, (host) => host.siteId);
  const rows: ExternalHostRow[] = [];
  for (const [id, site] of wanted) {
    const mine = (bySite.get(id) ?? []).map((host) => ({ host, before: standingBefore(host, own) }));
    const foreign = mine.filter(({ before }) => before === 'foreign').map(({ host }) => host);
    const looks = await domainLooks(app, id, foreign, app.now());
    for (const { host, before } of mine) {
      if (before === 'own') continue;
      const seen = looks.get(host.name) ?? [];
      const ledTo = seen.find(({ data }) => data.ledTo !== undefined)?.data.ledTo ?? null;
      const judged = judgeHost(host, decisions.get(host.name) ?? [], seen);
      rows.push({
        ...judged,
        standing: before === 'foreign' ? judged.standing : before,
        siteId: id,
        site: site.name,
        unitId: site.unitId,
        lastSeen: host.lastSeenAt,
        ledTo: ledTo && registeredName(ledTo),
      });
    }
  }
  return rows;
}
