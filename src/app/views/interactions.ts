import { type Approximate, printApproximate } from '../../core/approximate.ts';
import { sumApproximate } from '../../disclosure/interactions.ts';
import { INTERACTION_MEASURES, type InteractionMeasure, type OfficeRecordData } from '../../disclosure/office-record.ts';
import { listOfficeRecords } from '../../store/office-records.ts';
import { readRegister } from '../../store/register.ts';
import type { App } from '../open.ts';
import { calendarPeriod, periodHead } from './period-of.ts';
import { kindName } from './words.ts';

const MEASURES = Object.keys(INTERACTION_MEASURES) as InteractionMeasure[];

/** Interaction counts as stated for a period, approximate ones with 余; months do not add up to a quarter by themselves (seeds R12). */
export async function viewInteractions(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const { accounts } = await readRegister(app.db, areaId);
  const records = await listOfficeRecords<OfficeRecordData['interaction']>(app.db, areaId, 'interaction', period.from, period.to);
  const stated = records.filter(({ data }) => data.period === period.id);
  const counts = (of: readonly OfficeRecordData['interaction'][]) =>
    MEASURES.map((measure) => ({
      code: measure,
      name: INTERACTION_MEASURES[measure],
      ...printed(sumApproximate(of.map((data) => data[measure]))),
    }));
  const rows = stated.flatMap(({ accountId, data }) => {
    const account = accounts.find(({ id }) => id === accountId);
    return account ? [{ id: account.id, name: account.name, platformName: kindName(account.platform), counts: counts([data]) }] : [];
  });
  return { period: periodHead(period), rows, totals: counts(stated.map(({ data }) => data)) };
}

const printed = (count: Approximate | null) => ({ count, text: count === null ? null : printApproximate(count) });
