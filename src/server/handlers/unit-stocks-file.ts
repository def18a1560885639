import { unitStocksFile as writeFile } from '../../app/rectify/unit-stocks.ts';
import type { unitStocksFile } from '../../contract/endpoints/unit-stocks-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof unitStocksFile> = async (app, { areaId, month }, _file, { scope }) => ({
  ...(await writeFile(app, areaId, { month: month ?? null, scope })),
  as: 'document',
});
