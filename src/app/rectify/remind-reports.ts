import { chineseDate, dateAt, instantOf } from '../../core/date.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { isWorkingDay, type WorkCalendar } from '../../core/work-calendar.ts';
import { type ReminderStep, stepReached } from '../../ledger/reminder.ts';
import { listUnits } from '../../store/units.ts';
import type { AreaSettings } from '../area-settings.ts';
import { unitPost } from '../messages/unit-post.ts';
import { OFFICE, writeMessages } from '../messages/write-messages.ts';
import type { App } from '../open.ts';
import { owedMatters } from './report-about.ts';
import { viewReports } from './view-reports.ts';

/** Supervision and naming are for problems. */
const STEPS: readonly ReminderStep[] = ['due_soon', 'overdue'];

/**
 * Reminds units whose sealed report (整改情况扫描件, seeds P07) is due soon or has not come, each once for a notice and step; of what
 * is overdue the office learns too. On working days from the set time on.
 */
export async function remindOfReports(
  app: App,
  areaId: string,
  { messages }: Pick<AreaSettings, 'messages'>,
  calendar: WorkCalendar,
): Promise<void> {
  const at = app.now();
  const day = dateAt(at);
  if (!messages.remind || at < instantOf(day, messages.remindAt) || !isWorkingDay(day, calendar).working) return;
  const names = new Map((await listUnits(app.db, areaId)).map(({ id, name }) => [id, name]));
  const post = await unitPost(app.db, areaId);
  for (const { about, title } of await owedMatters(app, areaId, null)) {
    for (const { unit, due, returned } of (await viewReports(app, areaId, { about, scope: WHOLE_AREA })).rows) {
      const step = returned === null && due !== null ? stepReached(due, day, calendar, messages.days) : null;
      if (due === null || step === null || !STEPS.includes(step)) continue;
      const late = step === 'overdue';
      const name = names.get(unit.id) ?? unit.name;
      const draft = {
        ...({ kind: 'report', cause: `report:${about}:${unit.id}:${step}`, urgent: false, confidential: false, at } as const),
        title: `整改情况扫描件${late ? '逾期未报' : '即将到期'}：${name}`,
        body: `${title}\n请于${chineseDate(due)}前（含当日）反馈整改情况，盖章后上传扫描件。${late ? '现已逾期，请立即上报。' : ''}`,
      };
      const link = { unit: `/areas/${areaId}/my-unit`, office: `/areas/${areaId}/rectification?about=${about}` };
      await writeMessages(app.db, areaId, { ...draft, link: link.unit }, post.addresseesOf({ id: unit.id, name }));
      if (late) await writeMessages(app.db, areaId, { ...draft, link: link.office }, [{ name: OFFICE, unitId: unit.id }]);
    }
  }
}
