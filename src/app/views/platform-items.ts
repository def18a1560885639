import type { OfficeRecordData } from '../../disclosure/office-record.ts';
import { listOfficeRecords } from '../../store/office-records.ts';
import { readRegister } from '../../store/register.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { calendarPeriod, periodHead } from './period-of.ts';

/** Items of the disclosure platform in a period by unit, each counted once however often it was imported (seeds D07). */
export async function viewPlatformItems(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const { units } = await readRegister(app.db, areaId);
  const records = await listOfficeRecords<OfficeRecordData['platform-item']>(app.db, areaId, 'platform-item', period.from, period.to);
  const count = (unitId: string | null): number => records.filter((record) => record.unitId === unitId).length;
  return {
    period: periodHead(period),
    total: records.length,
    /** Items whose unit the export does not name. */
    withoutUnit: count(null),
    units: units.map((unit) => ({ id: unit.id, name: printedUnitName(unit), count: count(unit.id) })).filter((row) => row.count > 0),
    rows: records.map(({ day, unitId, data }) => ({ day, unitId, ...data })),
  };
}
