import { MingchaError } from '../../core/error.ts';
import { registeredName } from '../../core/host-names.ts';
import { addDecision, type HostDecision } from '../../store/external-hosts.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { listExternalHosts } from './list-hosts.ts';

export interface HostRuling {
  /** One site, or null for every site of the area. */
  siteId: string | null;
  name: string;
  decision: HostDecision['decision'];
  reason: string;
  by: string;
}

/**
 * Keeps a person's decision about an external site (外链研判), with its title and the site it led to when last looked at. Counts from
 * the next scan on. Throws MingchaError 'not-found' for a name that no site of the area links to.
 */
export async function decideHost(app: App, areaId: string, ruling: HostRuling): Promise<void> {
  await areaOf(app, areaId);
  const { siteId, decision, reason, by } = ruling;
  const name = registeredName(ruling.name);
  const rows = (await listExternalHosts(app, areaId, { siteId })).filter((row) => row.name === name);
  const [row] = rows;
  if (!row)
    throw new MingchaError(
      'not-found',
      `近一个月没有页面链接到 ${name}。`,
      '请从外部链接清单中选择，名称写到注册域名为止，如 example.com。',
    );
  const { title, ledTo } = rows.find((one) => one.ledTo !== null) ?? row;
  await addDecision(app.db, { areaId, siteId: siteId ?? '', name, decision, reason, byName: by, at: app.now(), title, ledTo });
}
