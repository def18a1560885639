import { viewAccountOutput } from '../../app/views/account-output.ts';
import type { accountOutput } from '../../contract/endpoints/account-output.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountOutput> = (app, { areaId, period }) => viewAccountOutput(app, areaId, period);
