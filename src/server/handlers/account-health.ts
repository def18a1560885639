import { viewAccountHealth } from '../../app/views/account-health.ts';
import type { accountHealth } from '../../contract/endpoints/account-health.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountHealth> = (app, { areaId }) => viewAccountHealth(app, areaId);
