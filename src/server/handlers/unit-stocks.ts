import { viewUnitStocks } from '../../app/rectify/unit-stocks.ts';
import type { unitStocks } from '../../contract/endpoints/unit-stocks.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof unitStocks> = (app, { areaId, month }, _file, { scope }) =>
  viewUnitStocks(app, areaId, { month: month ?? null, scope });
