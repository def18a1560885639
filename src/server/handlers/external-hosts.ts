import { viewExternalHosts } from '../../app/intrusion/view-hosts.ts';
import type { externalHosts } from '../../contract/endpoints/external-hosts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof externalHosts> = (app, { areaId, siteId, standing }) =>
  viewExternalHosts(app, areaId, { siteId: siteId ?? null, standing: standing ?? null });
