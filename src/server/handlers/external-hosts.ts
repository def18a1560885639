import { shownHost, viewExternalHosts } from '../../app/intrusion/view-hosts.ts';
import { pageOf } from '../../app/views/page-of.ts';
import type { externalHosts } from '../../contract/endpoints/external-hosts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof externalHosts> = async (app, { areaId, page, size, ...asked }) => {
  const { sites, rows } = await viewExternalHosts(app, areaId, asked);
  const one = pageOf(rows, { page, size });
  return { sites, ...one, rows: one.rows.map(shownHost) };
};
