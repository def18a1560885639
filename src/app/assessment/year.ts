import { frozenBy, listAssessmentActs } from '../../store/assessment.ts';
import type { App } from '../open.ts';
import { stageAfter } from './acts.ts';
import { reckonYear, type YearScores } from './reckon.ts';

/** A year's scores: those that were frozen once they are final, else as they come out now. */
export async function scoresOf(app: App, areaId: string, year: number): Promise<YearScores> {
  return (await finalScores(app, areaId, year)) ?? reckonYear(app, areaId, year);
}

/** What was frozen when a year's score became final; null while it is not. */
export async function finalScores(app: App, areaId: string, year: number): Promise<YearScores | null> {
  const last = (await listAssessmentActs(app.db, areaId, year)).at(-1);
  if (!last || stageAfter(last.act) !== 'finalised') return null;
  return (await frozenBy(app.db, areaId, year, last.seq)) as YearScores;
}
