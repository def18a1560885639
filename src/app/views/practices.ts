import type { OfficeRecordData } from '../../disclosure/office-record.ts';
import { proposeAccounts } from '../../disclosure/practices.ts';
import { listOfficeRecords } from '../../store/office-records.ts';
import { readRegister } from '../../store/register.ts';
import type { App } from '../open.ts';
import { calendarPeriod, periodHead } from './period-of.ts';
import { kindName } from './words.ts';

/** Good work on record for a period, and the accounts to propose for it: three forms or more in a quarter (seeds R13). */
export async function viewPractices(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const { accounts } = await readRegister(app.db, areaId);
  const records = await listOfficeRecords<OfficeRecordData['practice']>(app.db, areaId, 'practice', period.from, period.to);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const nameOf = (id: string) => {
    const account = byId.get(id);
    return { name: account?.name ?? id, platformName: account ? kindName(account.platform) : '' };
  };
  const works = records.flatMap(({ accountId, day, data }) =>
    accountId === null ? [] : [{ accountId, ...nameOf(accountId), date: day, ...data }],
  );
  return {
    period: periodHead(period),
    proposals: proposeAccounts(works).map((each) => ({ ...each, ...nameOf(each.accountId), forms: [...each.forms] })),
    works,
  };
}
