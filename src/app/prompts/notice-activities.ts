import type { CalendarDate } from '../../core/date.ts';
import type { Period } from '../../core/period.ts';
import { type PromptStanding, unitsOf } from '../../ledger/prompt.ts';
import type { ActivityRow } from '../../notice/snapshot-disclosure.ts';
import { listPromptActs, listPrompts, unitsAsked } from '../../store/prompts.ts';
import type { Unit } from '../../subjects/unit.ts';
import { type App, loadCalendar } from '../open.ts';
import { standingsOf } from './view-prompts.ts';

/** From this many members on, a whole group is named instead of them: 16个乡（镇）. */
const GROUP_FROM = 4;

/**
 * 工作提示 as a notice prints them (seeds O07, O08): those that went out in the period or fell due in it, with the units that were
 * quick and slow by its last day. What was taken back is not printed.
 */
export async function promptActivities(
  app: App,
  areaId: string,
  { period, cutoff, units, host }: { period: Period; cutoff: CalendarDate; units: readonly Unit[]; host: string },
): Promise<ActivityRow[]> {
  const within = (day: CalendarDate | null): boolean => day !== null && day >= period.from && day <= period.to;
  const prompts = (await listPrompts(app.db, areaId)).filter(
    ({ sentOn, dueOn, withdrawnAt }) => withdrawnAt === null && sentOn <= cutoff && (within(sentOn) || within(dueOn)),
  );
  if (prompts.length === 0) return [];
  const asked = await unitsAsked(app.db, areaId);
  const said = await listPromptActs(app.db, areaId);
  const calendar = await loadCalendar(app.db);
  return prompts.map((prompt) => {
    const standings = standingsOf(prompt, asked.get(prompt.id) ?? [], said.get(prompt.id) ?? [], cutoff, calendar);
    const named = (speed: PromptStanding['speed']): string[] => namesOf(unitsOf(standings, speed), units);
    return {
      id: prompt.id,
      kind: 'prompt',
      topic: null,
      from: prompt.sentOn,
      to: prompt.sentOn,
      host,
      ...addressed(
        standings.map(({ unitId }) => unitId),
        units,
      ),
      matter: prompt.heading,
      people: null,
      due: prompt.dueOn,
      quick: named('fast'),
      slow: named('slow'),
    };
  });
}

const namesOf = (ids: readonly string[], units: readonly Unit[]): string[] =>
  ids.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []);

/** The largest group that was asked as a whole by its name and number, the others one by one. */
function addressed(ids: readonly string[], units: readonly Unit[]): Pick<ActivityRow, 'units' | 'group'> {
  const groups = new Map<string, string[]>();
  for (const { id, group, activeTo, parentId } of units)
    if (group !== null && activeTo === null && parentId === null) groups.set(group, [...(groups.get(group) ?? []), id]);
  const whole = [...groups]
    .filter(([, members]) => members.length >= GROUP_FROM && members.every((id) => ids.includes(id)))
    .toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (!whole) return { units: namesOf(ids, units), group: null };
  const [name, members] = whole;
  return {
    units: namesOf(
      ids.filter((id) => !members.includes(id)),
      units,
    ),
    group: { name, units: members.length },
  };
}
