import { ledgerFile } from '../../app/rectify/ledger-file.ts';
import type { problemsFile } from '../../contract/endpoints/problems-file.ts';
import type { Handler } from '../handler.ts';
import { problemsQuery } from '../problems-query.ts';

export const handle: Handler<typeof problemsFile> = async (app, input, _file, { scope }) => ({
  ...(await ledgerFile(app, input.areaId, problemsQuery(input, scope))),
  as: 'document',
});
