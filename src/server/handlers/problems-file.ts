import { ledgerFile } from '../../app/rectify/ledger-file.ts';
import type { problemsFile } from '../../contract/endpoints/problems-file.ts';
import type { Handler } from '../handler.ts';
import { problemsQuery, rangeAsked } from '../problems-query.ts';

export const handle: Handler<typeof problemsFile> = async (app, input, _file, caller) => ({
  ...(await ledgerFile(app, input.areaId, await rangeAsked(app, input, caller), problemsQuery(input))),
  as: 'document',
});
