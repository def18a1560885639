import { proposeResponsible } from '../../app/responsibility/propose.ts';
import type { responsibleUnit } from '../../contract/endpoints/responsible-unit.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof responsibleUnit> = (app, { areaId, category, channelId = null, columnId = null, url = null }) =>
  proposeResponsible(app, areaId, category, { channelId, columnId, url });
