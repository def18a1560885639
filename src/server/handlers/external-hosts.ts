import { viewExternalHosts } from '../../app/intrusion/view-hosts.ts';
import type { externalHosts } from '../../contract/endpoints/external-hosts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof externalHosts> = (app, { areaId, siteId }) => viewExternalHosts(app, areaId, siteId ?? null);
