import type { CalendarDate } from '../../core/date.ts';
import type { PromptResult } from '../../ledger/assessment/prompt-entries.ts';
import { listPromptActs, listPrompts, unitsAsked } from '../../store/prompts.ts';
import { type App, loadCalendar } from '../open.ts';
import { standingsOf } from './view-prompts.ts';

/** Prompts in force with how their units stood at the end of a day, for the year's score. */
export async function promptResults(app: App, areaId: string, day: CalendarDate): Promise<PromptResult[]> {
  const prompts = (await listPrompts(app.db, areaId)).filter(({ withdrawnAt, sentOn }) => withdrawnAt === null && sentOn <= day);
  if (prompts.length === 0) return [];
  const asked = await unitsAsked(app.db, areaId);
  const said = await listPromptActs(app.db, areaId);
  const calendar = await loadCalendar(app.db);
  return prompts.map((prompt) => ({
    promptId: prompt.id,
    heading: prompt.heading,
    dueOn: prompt.dueOn,
    standings: standingsOf(prompt, asked.get(prompt.id) ?? [], said.get(prompt.id) ?? [], day, calendar),
  }));
}
