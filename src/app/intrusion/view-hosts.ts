import { EXTERNAL_DOUBTS } from '../../evidence/intrusion.ts';
import type { App } from '../open.ts';
import { listExternalHosts, ROW_STANDINGS } from './list-hosts.ts';

/** The list of external sites as the pages show it. */
export async function viewExternalHosts(app: App, areaId: string, siteId: string | null) {
  const rows = await listExternalHosts(app, areaId, { siteId });
  return {
    rows: rows.map(({ ledTo: _ledTo, standing, doubts, ...row }) => ({
      ...row,
      standing: { code: standing, name: ROW_STANDINGS[standing] },
      doubts: doubts.map((code) => ({ code, name: EXTERNAL_DOUBTS[code] })),
    })),
  };
}
