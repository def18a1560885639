import { MingchaError } from '../../core/error.ts';
import { registeredName } from '../../core/host-names.ts';
import { addDecision, type HostDecision } from '../../store/external-hosts.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type ExternalHostRow, listExternalHosts } from './list-hosts.ts';

export interface HostRuling {
  /** One site, or null for every site of the area. */
  siteId: string | null;
  /** Names decided on together, for one reason. */
  names: readonly string[];
  decision: HostDecision['decision'];
  reason: string;
  by: string;
}

/**
 * Keeps a person's decision about external sites (外链研判), each with its title and the site it led to when last looked at. Counts
 * from the next scan on; all of it or nothing. Throws MingchaError 'not-found' for a name that no site of the area links to, and
 * 'refused' for one that needs no decision.
 */
export async function decideHosts(app: App, areaId: string, ruling: HostRuling): Promise<void> {
  await areaOf(app, areaId);
  const { siteId, decision, reason, by } = ruling;
  const listed = await listExternalHosts(app, areaId, { siteId });
  const names = [...new Set(ruling.names.map(registeredName))];
  const about = names.map((name) => ({ name, ...seenOf(name, listed) }));
  await app.db.transaction().execute(async (db) => {
    for (const host of about) await addDecision(db, { areaId, siteId: siteId ?? '', decision, reason, byName: by, at: app.now(), ...host });
  });
}

/** What the external site was when somebody last looked. */
function seenOf(name: string, listed: readonly ExternalHostRow[]): Pick<HostDecision, 'title' | 'ledTo'> {
  const rows = listed.filter((row) => row.name === name);
  const [row] = rows;
  if (!row)
    throw new MingchaError(
      'not-found',
      `近一个月没有页面链接到 ${name}。`,
      '请从外部链接清单中选择，名称写到注册域名为止，如 example.com。',
    );
  if (row.standing === 'government' || row.standing === 'neutral')
    throw new MingchaError('refused', `${name} 是政府域名或者公认网站，不需要研判。`, '请只选择其他网站。');
  const { title, ledTo } = rows.find((one) => one.ledTo !== null) ?? row;
  return { title, ledTo };
}
