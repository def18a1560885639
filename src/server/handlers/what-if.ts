import { viewWhatIf } from '../../app/what-if/period-what-if.ts';
import type { whatIf } from '../../contract/endpoints/what-if.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof whatIf> = (app, { areaId, period, ...asked }) =>
  viewWhatIf(app, areaId, { ...asked, periodId: period });
