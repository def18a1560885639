import { viewIssuedNotices } from '../../app/views/issued-notices.ts';
import type { issuedNotices } from '../../contract/endpoints/issued-notices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof issuedNotices> = (app, { areaId }) => viewIssuedNotices(app, areaId);
