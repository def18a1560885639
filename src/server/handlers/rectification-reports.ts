import { shownLine, statesOf, viewReports } from '../../app/rectify/view-reports.ts';
import type { rectificationReports } from '../../contract/endpoints/rectification-reports.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReports> = async (app, { areaId, about }, _file, { scope }) => {
  const { rows, ...view } = await viewReports(app, areaId, { about: about ?? null, scope });
  return { ...view, states: statesOf(rows), rows: rows.map(shownLine) };
};
