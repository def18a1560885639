import type { CalendarDate } from '../../core/date.ts';
import type { Box } from '../markup/tree.ts';
import { endOf, type Group, startOf } from './groups.ts';
import { type DaysOf, runsOn } from './side-by-side.ts';
import { type Survey, within } from './survey.ts';

/** Levels climbed from the entry to the box it shares with the list. */
const MOST_LEVELS = 4;

/**
 * The newest entry is often set apart above its list, as a headline with a summary. A lone dated entry right before a list, in
 * one box with it and without a heading of its own, belongs to it when its day goes before those of the list without a gap.
 */
export function joinLeads(groups: readonly Group[], survey: Survey, daysOf: DaysOf): Group[] {
  const lone = new Map<number, Group[]>();
  for (const group of groups) {
    if (group.records.length !== 1 || within(survey.dates, startOf(group), endOf(group)) === 0) continue;
    lone.set(endOf(group), [...(lone.get(endOf(group)) ?? []), group]);
  }
  if (lone.size === 0) return [...groups];
  const absorbed = new Set<Group>();
  const joined = groups.map((group) => {
    if (group.records.length < 2) return group;
    const lead = lone.get(startOf(group))?.find((one) => !absorbed.has(one) && leads(one, group, daysOf));
    if (lead === undefined) return group;
    absorbed.add(lead);
    return { ...group, records: [...lead.records, ...group.records] };
  });
  return joined.filter((group) => !absorbed.has(group));
}

function leads(one: Group, list: Group, daysOf: DaysOf): boolean {
  let box: Box | null = one.records[0]?.box ?? one.box;
  for (let up = 0; up < MOST_LEVELS && box !== null && box.from === startOf(one); up++, box = box.parent) {
    const { parent } = box;
    if (parent === null || parent.to < endOf(list)) continue;
    const [day] = daysOf(one);
    const days = daysOf(list);
    return day !== undefined && days.length === list.records.length && goesBefore(day, days);
  }
  return false;
}

function goesBefore(day: CalendarDate, days: readonly CalendarDate[]): boolean {
  const [newest] = days;
  return (
    newest !== undefined &&
    day >= newest &&
    days.every((next, i) => i === 0 || next <= (days[i - 1] as CalendarDate)) &&
    runsOn([day], days, days)
  );
}
