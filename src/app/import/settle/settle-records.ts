import { canonicalJson } from '../../../core/canonical-json.ts';
import { officeRecordId } from '../../../disclosure/office-record.ts';
import type { OfficeRecord } from '../../../store/office-records.ts';
import type { Account } from '../../../subjects/channel.ts';
import type { RecordDraft } from '../sheets/draft.ts';
import type { SettleContext } from './context.ts';
import { findAccount } from './find-account.ts';

/** A record as a file states it; where it came from first is not part of what it says. */
export type SettledRecord = Omit<OfficeRecord, 'source'>;

/** What offices state beyond the register, on its units and accounts. A row met twice counts once; two that differ are a fault. */
export function settleRecords(drafts: readonly RecordDraft[], accounts: readonly Account[], context: SettleContext): SettledRecord[] {
  const { areaId, index, remarks } = context;
  const find = findAccount(accounts, context);
  const records = new Map<string, { record: SettledRecord; said: string; row: number | undefined }>();
  let repeated = 0;
  for (const { place, kind, day, unit, account, perUnit, key, data } of drafts) {
    const unitId = unit === undefined ? null : index.resolve(unit, place, '单位', remarks);
    const found = account === undefined ? null : find({ place, account: account.name, platform: account.platform }, undefined);
    if ((unit !== undefined && unitId === null) || (account !== undefined && found === null)) continue;
    const id = officeRecordId(areaId, kind, perUnit ? unitId : (found?.id ?? null), key);
    const record: SettledRecord = { areaId, kind, id, day, unitId, accountId: found?.id ?? null, data };
    const said = canonicalJson(record);
    const before = records.get(id);
    if (!before) records.set(id, { record, said, row: place.row });
    else if (before.said === said) repeated++;
    else remarks.fault({ ...place, message: `与第 ${before.row} 行是同一条，内容却不同，请只保留正确的一行` });
  }
  if (repeated > 0) remarks.warn(`有 ${repeated} 行与前面的行完全相同，各按一条计。`);
  return [...records.values()].map(({ record }) => record);
}
