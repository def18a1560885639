import type { CalendarDate } from '../../../core/date.ts';
import type { Scope } from '../../../core/role.ts';
import { latestJudgement } from '../../../store/judgements.ts';
import { looksAtColumns } from '../../../store/pictures-freshness.ts';
import type { App } from '../../open.ts';
import { todayOf } from '../area-of.ts';
import { type DatedColumn, freshnessOf } from './freshness-state.ts';

/** Every column with a limit as it stands today by the newest judgement; nothing before the first. */
export async function columnsNow(
  app: App,
  areaId: string,
  scope: Scope,
): Promise<{ today: CalendarDate; judgedOn: CalendarDate | null; columns: DatedColumn[] }> {
  const today = await todayOf(app, areaId);
  const judgement = await latestJudgement(app.db, areaId, today);
  if (!judgement) return { today, judgedOn: null, columns: [] };
  const looks = await looksAtColumns(app.db, areaId, { judgementId: judgement.id, day: today, scope });
  return { today, judgedOn: judgement.day, columns: looks.map((look) => freshnessOf(look, today)) };
}
