import { loadTemplates } from '../../notice/load-templates.ts';
import { listPeriods } from '../../store/periods.ts';
import type { App } from '../open.ts';
import { closablePeriods } from '../periods/close-asked.ts';
import { areaOf, todayOf } from './area-of.ts';

/** Periods that were closed, the newest first, with a title to begin with; those that can be; templates with the kinds of period they are for. */
export async function viewNoticeChoices(app: App, areaId: string) {
  const area = await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const months = await listPeriods(app.db, areaId, 'month');
  const quarters = await listPeriods(app.db, areaId, 'quarter');
  const periods = [...months, ...quarters].toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
  return {
    closable: (await closablePeriods(app, areaId)).map(({ id, label, from, to, cutoff }) => ({ id, label, from, to, cutoff })),
    periods: periods.map(({ id, label, kind, cutoff }) => ({
      id,
      label,
      kind,
      title: `关于${label}${area.name}政府网站和政务新媒体监测情况的通报`,
      signedDate: today < cutoff ? cutoff : today,
    })),
    templates: [...(await loadTemplates()).values()].map((template) => ({
      id: template.id,
      name: template.name,
      periods: [...template.periods],
    })),
  };
}
