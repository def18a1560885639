import type { accountsListFile } from '../../../src/contract/endpoints/accounts-list-file.ts';
import type { AccountsList } from '../../../src/core/accounts-list.ts';
import { addressOf } from '../../api.ts';

/** Where a list of what accounts publish is saved as a workbook. */
export const listAddress = (
  areaId: string,
  list: AccountsList,
  asked: { period?: string | undefined; q?: string | undefined; only?: string | undefined } = {},
): string => addressOf<typeof accountsListFile>('/api/areas/:areaId/accounts-lists/:list', { areaId, list, ...asked });
