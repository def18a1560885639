import { viewDutyHolders } from '../../app/responsibility/propose.ts';
import type { dutyHolders } from '../../contract/endpoints/duty-holders.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof dutyHolders> = async (app, { areaId }) => ({ rows: await viewDutyHolders(app, areaId) });
