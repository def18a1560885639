import { viewWhatIf } from '../../app/what-if/period-what-if.ts';
import type { whatIf } from '../../contract/endpoints/what-if.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof whatIf> = (app, { areaId, period, check, days }) =>
  viewWhatIf(app, areaId, { periodId: period, check, days });
