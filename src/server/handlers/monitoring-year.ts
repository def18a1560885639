import { viewMonitoringYear } from '../../app/assessment/monitoring-year.ts';
import type { monitoringYear } from '../../contract/endpoints/monitoring-year.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof monitoringYear> = (app, { areaId, year, ...page }) => viewMonitoringYear(app, areaId, year, page);
